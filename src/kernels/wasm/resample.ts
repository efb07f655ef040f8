import type { Matrix } from '../../math/matrix';
import type { Grouped, Resamples } from '../contract/resamples';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { roundUp } from './tiles/tile';

const STATISTICS = 6;
const RESAMPLES = 4;

/** Resamples as panels of four in linear memory, where they stay for the next call with the same ones. */
export class ResampleKernel {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private placed: Resamples | undefined;

  constructor(e: KernelExports, scratch: Scratch) {
    this.e = e;
    this.scratch = scratch;
  }

  /** Each statistic (row) in each resample (column), from sums of groups of clusters × statistics. */
  totals(resamples: Resamples, { groupOf, sums }: Grouped): Matrix<Float64Array> {
    const { count, clusters } = resamples;
    const groups = sums.rows;
    const taken = this.place(resamples);
    const rows = roundUp(sums.cols, STATISTICS);
    const width = roundUp(count, RESAMPLES);
    const at = this.scratch.regions({
      groupOf: clusters * 4,
      taken: groups * width * 2,
      sums: rows * groups * 8,
      out: rows * width * 8,
    });
    const [statPanels, takenPanels] = [rows / STATISTICS, width / RESAMPLES];
    this.scratch.words(at.groupOf, clusters).set(groupOf);
    this.e.groupResamples(taken, takenPanels, clusters, at.groupOf, groups, at.taken);
    this.panel(sums, at.sums);
    this.e.resampleSums(at.sums, statPanels, at.taken, takenPanels, groups, at.out, width * 8);
    const out = new Float64Array(sums.cols * count);
    for (let s = 0; s < sums.cols; s++) {
      out.set(this.scratch.doubles(at.out + s * width * 8, count), s * count);
    }
    return { rows: sums.cols, cols: count, data: out };
  }

  /** Writes sums as panels of six statistics; those past the last are zero. */
  private panel({ rows: groups, cols, data }: Matrix<Float64Array>, at: number): void {
    const panels = this.scratch.doubles(at, roundUp(cols, STATISTICS) * groups);
    for (let first = 0; first < cols; first += STATISTICS) {
      const panel = panels.subarray(first * groups, (first + STATISTICS) * groups);
      const present = Math.min(STATISTICS, cols - first);
      if (present < STATISTICS) panel.fill(0);
      for (let g = 0; g < groups; g++) {
        for (let s = 0; s < present; s++) panel[g * STATISTICS + s] = data[g * cols + first + s];
      }
    }
  }

  private place(resamples: Resamples): number {
    const { count, clusters, taken } = resamples;
    const width = roundUp(count, RESAMPLES);
    const { at, fresh } = this.scratch.hold('resamples', width * clusters * 2);
    if (this.placed === resamples && !fresh) return at;
    const panels = this.scratch.halfWords(at, width * clusters).fill(0);
    for (let b = 0; b < count; b++) {
      const panel = (b - (b % RESAMPLES)) * clusters + (b % RESAMPLES);
      for (let c = 0; c < clusters; c++) panels[panel + c * RESAMPLES] = taken[b * clusters + c];
    }
    this.placed = resamples;
    return at;
  }
}
