import type { Route, Side } from '../compress/projection';
import type { PcgState } from '../math/pcg64';
import type { BlockAhead } from '../retrieval/pools/exact';
import type { Measured } from '../retrieval/measure';
import type { Counts } from '../retrieval/rank';
import type { Speed } from '../retrieval/speed';
import type { Pair } from '../retrieval/score-rows';
import type { Precision, SweepConfig } from './config';
import type { Direction, Sides } from './input';
import type { Memory } from './result';

/** Vectors at one dimension and precision. A job is plain data and names all that its answer depends on. */
export interface Job {
  readonly config: SweepConfig;
  readonly dim: number;
  readonly precision: Precision;
}

export interface DirectionJob extends Job {
  readonly direction: Direction;
}

/** Rows of one side to be taken to a dimension: from … to − 1. */
export interface ProjectJob {
  readonly config: SweepConfig;
  readonly dim: number;
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

/** What one evaluator made and others can use, since its arrays lie in memory that all of them see. */
export type Wanted =
  | { readonly kind: 'routes'; readonly config: SweepConfig }
  | { readonly kind: 'sides'; readonly config: SweepConfig; readonly dim: number }
  | { readonly kind: 'pair'; readonly job: DirectionJob };

export type Kept =
  | (Wanted & { readonly kind: 'routes'; readonly routes: ReadonlyMap<number, Route> })
  | (Wanted & { readonly kind: 'sides'; readonly sides: Sides })
  | (Wanted & { readonly kind: 'pair'; readonly pair: Pair });

/** A block of queries to rank: rows from … to − 1 of the direction's query side. */
export interface RankJob extends DirectionJob {
  readonly from: number;
  readonly to: number;
}

/** What was found of queries: counts among all candidates with the items' scores, or among negatives already. */
export type Found = BlockAhead | Counts;

/** A block of texts to rank among all images, and images among it. */
export interface AlikeJob extends Job {
  readonly from: number;
  readonly to: number;
}

/** Pools to draw for all queries of a direction, from where the reference's stream stands. */
export interface DrawJob {
  readonly direction: Direction;
  readonly size: number;
  readonly stream: PcgState;
}

/** The counts of a whole direction, to be measured as pools of several sizes. */
export interface MeasureJob extends DirectionJob {
  readonly pools: readonly CountedPool[];
  /** Pool sizes whose speed is measured too. */
  readonly timed: readonly number[];
}

/** What was measured of a direction. */
export interface MeasuredDirection {
  /** One entry for each pool, in order. */
  readonly measured: readonly Measured[];
  /** One entry for each size that was timed. */
  readonly speeds: readonly Speed[];
  readonly memory: Memory;
}

/** What was counted for pools of a size: each query's whole gallery, or the pools drawn for it. */
export interface CountedPool {
  readonly size: number;
  readonly counted: 'gallery' | 'pools';
  readonly found: Found;
}
