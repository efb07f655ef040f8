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
  const { rows: groups, cols, data } = sums;
  const out = new Float64Array(cols * count);
  const times = new Uint32Array(groups);
  const totals = new Float64Array(cols);
  for (let b = 0; b < count; b++) {
    times.fill(0);
    for (let c = 0; c < clusters; c++) times[groupOf[c]] += taken[b * clusters + c];
    totals.fill(0);
    for (let g = 0; g < groups; g++) {
      const factor = times[g];
      for (let s = 0; s < cols; s++) totals[s] += factor * data[g * cols + s];
    }
    for (let s = 0; s < cols; s++) out[s * count + b] = totals[s];
  }
  return { rows: cols, cols: count, data: out };
};
