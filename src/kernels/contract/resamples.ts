import type { Matrix } from '../../math/matrix';

/** How often each resample (row) takes each cluster (column). */
export interface Resamples {
  readonly count: number;
  readonly clusters: number;
  readonly taken: Uint16Array;
}

/** Clusters that have the same sums, as one group. */
export interface Grouped {
  /** The group of each cluster; groups are numbered as they are first met. */
  readonly groupOf: Uint32Array;
  /** The sums of each group's clusters: groups × statistics. */
  readonly sums: Matrix<Float64Array>;
}

/** What gives each statistic (row) in each resample (column), from sums of groups of clusters × statistics. */
export type Totals = (resamples: Resamples, grouped: Grouped) => Matrix<Float64Array>;
