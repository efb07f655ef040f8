import type { Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';
import type { Draw } from './expected-gain-table';

/** The counts of all queries of one direction and what they were counted in. */
export interface Ranking {
  readonly qrels: Qrels;
  /** Query q's counts are repeats × its relevant items, from repeats · offsets[q] on. */
  readonly counts: RankCounts;
  /** Pools drawn for each query; 1 where the whole gallery was counted. */
  readonly repeats: number;
  /** How a pool comes from what was counted, for a query with so many relevant items. */
  readonly draw: (relevant: number) => Draw;
  /** The cluster (image) of query q. */
  readonly clusterOf: (q: number) => number;
}
