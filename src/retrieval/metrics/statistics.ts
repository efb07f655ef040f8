import type { Statistics } from './expectation';
import type { Draw } from './expected-gain-table';
import { cutCurves, reciprocalRankCurve } from './expected-gain-table';
import { METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R, OF_EACH, OF_FIRST } from './metrics';

/** The statistics of a query with so many relevant items, in the order of `perMetric`. */
function statistics(draw: Draw, relevant: number, ks: readonly number[]): Statistics {
  const cut = (keys: typeof METRIC_KEYS) => [
    ...keys.flatMap((key) =>
      ks.map((k) => ({ metric: METRICS[key], k, ideal: METRICS[key].ideal(relevant, k) })),
    ),
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

interface OfQuery {
  readonly statistics: Statistics;
  /** The share of a query's negatives that a pool draws. */
  readonly share: number;
}

/** Remembers statistics, which depend on counts of items alone, so that all cells of a sweep share them. */
export class StatisticsCache {
  private readonly known = new Map<string, Statistics>();

  /** What gives the statistics of a query by the number of its relevant items, in pools that come of one rule. */
  of(draw: (relevant: number) => Draw, ks: readonly number[]): (relevant: number) => OfQuery {
    const byRelevant: OfQuery[] = [];
    return (relevant) => (byRelevant[relevant] ??= this.make(draw(relevant), relevant, ks));
  }

  private make(draw: Draw, relevant: number, ks: readonly number[]): OfQuery {
    const key = [draw.negatives, draw.drawn, relevant, ...ks].join(' ');
    let found = this.known.get(key);
    if (!found) this.known.set(key, (found = statistics(draw, relevant, ks)));
    return { statistics: found, share: draw.drawn / Math.max(draw.negatives, 1) };
  }
}
