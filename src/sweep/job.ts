import type { PcgState } from '../math/pcg64';
import type { Counts } from '../retrieval/rank';
import type { Precision, SweepConfig } from './config';
import type { Direction } from './input';

/** Vectors at one dimension and precision. A job is plain data and names all that its answer depends on. */
export interface Job {
  readonly config: SweepConfig;
  readonly dim: number;
  readonly precision: Precision;
}

/** A block of queries to rank: rows from … to − 1 of the direction's query side. */
export interface RankJob extends Job {
  readonly direction: Direction;
  readonly from: number;
  readonly to: number;
  /** The pool sizes to count for; one only where pools come from the reference's stream. */
  readonly sizes: readonly number[];
  /** Where the reference's stream stands; absent for the other pools, which need none. */
  readonly stream?: PcgState;
}

export interface Ranked {
  /** One entry for each size, in order. */
  readonly counts: readonly Counts[];
  /** Where the stream stands after the block. */
  readonly stream?: PcgState;
}

/** The counts of a whole direction, to be measured as pools of a size. */
export interface MeasureJob {
  readonly config: SweepConfig;
  readonly direction: Direction;
  readonly size: number;
  readonly counts: Counts;
}

export interface SpeedJob extends Job {
  readonly direction: Direction;
  readonly size: number;
}
