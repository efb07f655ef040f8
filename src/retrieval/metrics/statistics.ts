import type { RankCounts } from '../../kernels/contract/rank';
import type { Statistics } from './expectation';
import type { Draw, Range } from './expected-gain-table';
import type { Ranking } from './ranking';
import { cutCurves, reciprocalRankCurve } from './expected-gain-table';
import type { MetricKey } from './metrics';
import { GRADED, METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R, OF_EACH, OF_FIRST } from './metrics';

/** The numbers of negatives ahead for which the curves of a query's item are asked, `ahead` relevant ones being ahead of it. */
type RangeOf = (ahead: number) => Range | undefined;

/** The statistics of a query with so many relevant items, in the order of `perMetric`. */
function statistics(
  draw: Draw,
  relevant: number,
  ks: readonly number[],
  graded: boolean,
  rangeOf: RangeOf,
): Statistics {
  const idealOf = (key: MetricKey, k: number) =>
    // No gain at all: gradedCurves give those.
    graded && GRADED.includes(key) ? Infinity : METRICS[key].ideal(relevant, k);
  const atEachK = (keys: typeof METRIC_KEYS) =>
    keys.flatMap((key) => ks.map((k) => ({ metric: METRICS[key], k, ideal: idealOf(key, k) })));
  const atR = METRIC_AT_R_KEYS.map((key) => {
    const metric = METRICS_AT_R[key];
    return { metric, k: relevant, ideal: metric.ideal(relevant, relevant) };
  });
  const firstOfEach = 1 + OF_FIRST.length * ks.length;
  const firstAtR = 1 + METRIC_KEYS.length * ks.length;
  const deepest = Math.max(...ks);
  return Array.from({ length: relevant }, (_, ahead) => {
    const range = rangeOf(ahead);
    if (ahead === 0) {
      const all = [...atEachK(METRIC_KEYS), ...atR];
      return [reciprocalRankCurve(draw, 0, range), cutCurves(draw, 1, all, 0, range)];
    }
    return ahead < deepest
      ? [cutCurves(draw, firstOfEach, [...atEachK(OF_EACH), ...atR], ahead, range)]
      : [cutCurves(draw, firstAtR, atR, ahead, range)];
  });
}

/** What each of a query's relevant items adds to the graded metrics, for a grade of 1 and before it is divided by an ideal. */
function gradedCurves(draw: Draw, relevant: number, ks: readonly number[], rangeOf: RangeOf): Statistics {
  return Array.from({ length: relevant }, (_, ahead) =>
    GRADED.map((key) => {
      const first = 1 + METRIC_KEYS.indexOf(key) * ks.length;
      const metrics = ks.map((k) => ({ metric: METRICS[key], k, ideal: 1 }));
      return cutCurves(draw, first, metrics, ahead, rangeOf(ahead));
    }),
  );
}

interface OfQuery {
  readonly statistics: Statistics;
  /** Of relevance with several grades: what a grade of 1 adds; empty where grades are equal. */
  readonly graded: Statistics;
  /** The share of a query's negatives that a pool draws. */
  readonly share: number;
}

function ofQuery(
  draw: Draw,
  relevant: number,
  ks: readonly number[],
  graded: boolean,
  rangeOf: RangeOf,
): OfQuery {
  return {
    statistics: statistics(draw, relevant, ks, graded, rangeOf),
    graded: graded ? gradedCurves(draw, relevant, ks, rangeOf) : [],
    share: draw.drawn / Math.max(draw.negatives, 1),
  };
}

/** Tables are kept where so many negatives or fewer come to each query that uses them. */
const NEGATIVES_PER_QUERY = 8;

/**
 * Remembers statistics, which depend on counts of items alone, so that all cells of a sweep share them. Kept are those of
 * numbers of relevant items that many queries have; tables for every number that occurs, over all numbers of negatives ahead,
 * could take gigabytes.
 */
export class StatisticsCache {
  private readonly known = new Map<string, OfQuery>();

  /**
   * What gives the statistics of some of a ranking's queries, all with as many relevant items, by where a query's counts
   * begin.
   */
  of(
    { counts, draw: drawFor }: Pick<Ranking, 'counts' | 'draw'>,
    relevant: number,
    starts: readonly number[],
    ks: readonly number[],
  ): (at: number) => OfQuery {
    const graded = counts.grades !== undefined;
    const draw = drawFor(relevant);
    const { negatives, drawn } = draw;
    const whole = () => ofQuery(draw, relevant, ks, graded, () => undefined);
    // Pools that draw all negatives have tables of a few rows.
    if (drawn === negatives || starts.length * NEGATIVES_PER_QUERY >= negatives) {
      const found = this.remembered([negatives, drawn, relevant, graded, ...ks].join(' '), whole);
      return () => found;
    }
    if (countRows(counts, relevant, starts) > relevant * negatives) {
      const once = whole();
      return () => once;
    }
    return (at) =>
      ofQuery(draw, relevant, ks, graded, (ahead) => {
        const b = counts.higher[at + ahead];
        return { from: b, to: b + counts.tied[at + ahead] };
      });
  }

  private remembered(key: string, make: () => OfQuery): OfQuery {
    const found = this.known.get(key) ?? make();
    this.known.set(key, found);
    return found;
  }
}

/** How many numbers of negatives ahead all items of some queries can have, by the order of their ties. */
function countRows({ tied }: RankCounts, relevant: number, starts: readonly number[]): number {
  let rows = 0;
  for (const at of starts) {
    for (let i = at; i < at + relevant; i++) rows += tied[i] + 1;
  }
  return rows;
}
