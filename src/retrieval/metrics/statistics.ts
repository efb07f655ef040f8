import type { Statistics } from './expectation';
import type { Draw } from './expected-gain-table';
import { cutCurves, reciprocalRankCurve } from './expected-gain-table';
import type { MetricKey } from './metrics';
import { GRADED, METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R, OF_EACH, OF_FIRST } from './metrics';

/** The statistics of a query with so many relevant items, in the order of `perMetric`. */
function statistics(draw: Draw, relevant: number, ks: readonly number[], graded: boolean): Statistics {
  const idealOf = (key: MetricKey, k: number) =>
    // No gain at all: gradedCurves give those.
    graded && GRADED.includes(key) ? Infinity : METRICS[key].ideal(relevant, k);
  const cut = (keys: typeof METRIC_KEYS) => [
    ...keys.flatMap((key) => ks.map((k) => ({ metric: METRICS[key], k, ideal: idealOf(key, k) }))),
    ...METRIC_AT_R_KEYS.map((key) => {
      const metric = METRICS_AT_R[key];
      return { metric, k: relevant, ideal: metric.ideal(relevant, relevant) };
    }),
  ];
  const firstOfEach = 1 + OF_FIRST.length * ks.length;
  return Array.from({ length: relevant }, (_, ahead) =>
    ahead === 0
      ? [reciprocalRankCurve(draw, 0), cutCurves(draw, 1, cut(METRIC_KEYS), 0)]
      : [cutCurves(draw, firstOfEach, cut(OF_EACH), ahead)],
  );
}

/** What each of a query's relevant items adds to the graded metrics, for a grade of 1 and before it is divided by an ideal. */
function gradedCurves(draw: Draw, relevant: number, ks: readonly number[]): Statistics {
  return Array.from({ length: relevant }, (_, ahead) =>
    GRADED.map((key) => {
      const first = 1 + METRIC_KEYS.indexOf(key) * ks.length;
      return cutCurves(
        draw,
        first,
        ks.map((k) => ({ metric: METRICS[key], k, ideal: 1 })),
        ahead,
      );
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

/** Remembers statistics, which depend on counts of items alone, so that all cells of a sweep share them. */
export class StatisticsCache {
  private readonly known = new Map<string, OfQuery>();

  /**
   * What gives the statistics of a query by the number of its relevant items, in pools that come of one rule.
   * @param graded whether the gains of graded metrics are kept apart, to be multiplied by grades
   */
  of(
    draw: (relevant: number) => Draw,
    ks: readonly number[],
    graded: boolean,
  ): (relevant: number) => OfQuery {
    const byRelevant: OfQuery[] = [];
    return (relevant) => (byRelevant[relevant] ??= this.make(draw(relevant), relevant, ks, graded));
  }

  private make(draw: Draw, relevant: number, ks: readonly number[], graded: boolean): OfQuery {
    const key = [draw.negatives, draw.drawn, relevant, graded, ...ks].join(' ');
    let found = this.known.get(key);
    if (!found) {
      found = {
        statistics: statistics(draw, relevant, ks, graded),
        graded: graded ? gradedCurves(draw, relevant, ks) : [],
        share: draw.drawn / Math.max(draw.negatives, 1),
      };
      this.known.set(key, found);
    }
    return found;
  }
}
