import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type { FirstRanks } from '../../retrieval/ranks/first-relevant';
import type { Space } from '../plan/spaces';

/** Where the queries of one space and precision found their first relevant item. */
export interface QueryRanks extends Space {
  readonly precision: Precision;
  /** The pool size that was counted in; Infinity where it was the whole gallery, from which every pool's expectation follows. */
  readonly pool: number;
  readonly ranks: Readonly<Record<Direction, FirstRanks>>;
}
