import type { Matrix } from '../../math/matrix';

/** Sums of statistics that differ, and where each of the statistics given is among them. */
interface Distinct {
  readonly sums: Matrix<Float64Array>;
  readonly columnOf: readonly number[];
}

/**
 * Finds the statistics whose sums (clusters × statistics + 1, the last column counting queries) are the same in every
 * cluster: where each query has one relevant item, those that say the same need be resampled only once.
 */
export function dedupeStatistics(sums: Matrix<Float64Array>): Distinct {
  const { rows, cols, data } = sums;
  const kept: number[] = [];
  const columnOf = Array.from({ length: cols - 1 }, (_, column) => {
    const known = kept.findIndex((one) => same(sums, one, column));
    return known >= 0 ? known : kept.push(column) - 1;
  });
  kept.push(cols - 1);
  const distinct = new Float64Array(rows * kept.length);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < kept.length; i++) distinct[r * kept.length + i] = data[r * cols + kept[i]];
  }
  return { sums: { rows, cols: kept.length, data: distinct }, columnOf };
}

function same({ cols, data }: Matrix<Float64Array>, a: number, b: number): boolean {
  for (let at = 0; at < data.length; at += cols) if (data[at + a] !== data[at + b]) return false;
  return true;
}
