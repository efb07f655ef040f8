import { boundedInteger } from '../../math/random/bounded';
import { Pcg64 } from '../../math/random/pcg64';
import type { Resamples, Totals } from '../contract/resamples';

/** Draws `count` resamples of as many clusters as there are, with replacement; the same for the same seed. */
export function drawResamples(seed: number, clusters: number, count: number): Resamples {
  const bits = new Pcg64(seed);
  const taken = new Uint16Array(count * clusters);
  for (let b = 0; b < count; b++) {
    for (let i = 0; i < clusters; i++) taken[b * clusters + boundedInteger(bits, clusters - 1)]++;
  }
  return { count, clusters, taken };
}

/** Totals in TypeScript alone. */
export const plainTotals: Totals = ({ count, clusters, taken }, { groupOf, sums }) => {
  const out = new Float64Array(sums.cols * count);
  for (let b = 0; b < count; b++) {
    const times = new Uint32Array(sums.rows);
    for (let c = 0; c < clusters; c++) times[groupOf[c]] += taken[b * clusters + c];
    for (let g = 0; g < sums.rows; g++) {
      for (let s = 0; s < sums.cols; s++) out[s * count + b] += times[g] * sums.data[g * sums.cols + s];
    }
  }
  return { rows: sums.cols, cols: count, data: out };
};
