import type { Packed } from '../../compress/packed';
import type { Qrels } from './relevance';

/** A block of queries (rows from … to − 1) to rank against a gallery. */
export interface RankTask {
  readonly queries: Packed;
  readonly gallery: Packed;
  readonly relevance: Qrels;
  readonly from: number;
  readonly to: number;
}
