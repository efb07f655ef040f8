import type { PlaceGrades, RankCounts } from '../../kernels/contract/rank';
import { groupSize, tiedMean, type MetricSums, type Statistics } from './expectation';
import { GRADED, METRICS } from './metrics';
import { negativesAhead } from './tie-order';

/**
 * The largest sum of gains that a query's grades allow within each K, one list for each graded metric: the higher the grade,
 * the nearer to the top.
 */
export function idealGains(grades: Float32Array, ks: readonly number[]): number[][] {
  const best = grades.toSorted().reverse();
  return GRADED.map((key) =>
    ks.map((k) =>
      best.subarray(0, k).reduce((sum, grade, place) => sum + grade * METRICS[key].gain(place + 1, place), 0),
    ),
  );
}

/**
 * Adds what a query's relevant items add to graded metrics, as `addQuery` does for the others: over all orders of ties the
 * grade at a place and its rank are independent, so the mean is a product of means. The best order of a tie puts relevant
 * items first and the higher grades first among them, the worst one the lower grades last of all.
 */
export function addGradedQuery(
  counts: RankCounts & { readonly grades: PlaceGrades },
  at: number,
  end: number,
  curves: Statistics,
  ideals: readonly (readonly number[])[],
  weight: number,
  { byCluster: { cols, data }, above, below }: MetricSums,
  cluster: number,
): void {
  const { higher, tied, grades } = counts;
  for (let first = at; first < end;) {
    const group = groupSize(counts, first, end);
    for (let j = 1; j <= group; j++) {
      const place = first + j - 1;
      const [b, t] = [higher[first], tied[first]];
      const order = t > 0 && group > 1 ? negativesAhead(t, group, j) : undefined;
      curves[place - at].forEach((curve, metric) => {
        const { first: column, width, from, rows, values } = curve;
        const row = b - from;
        if (row >= rows) return;
        for (let i = 0; i < width; i++) {
          const scale = weight / ideals[metric][i];
          const best = values[row * width + i];
          const worst = row + t < rows ? values[(row + t) * width + i] : 0;
          const mean = grades.mean[place] * (t > 0 ? tiedMean(curve, i, b, t, order) : best);
          data[cluster * cols + column + i] += scale * mean;
          above[column + i] += scale * (grades.best[place] * best - mean);
          below[column + i] += scale * (mean - grades.worst[place] * worst);
        }
      });
    }
    first += group;
  }
}
