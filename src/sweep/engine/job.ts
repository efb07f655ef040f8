import type { ProjectionMap, Side } from '../../compress/projection';
import type { PcgState } from '../../math/random/pcg64';
import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { BlockAhead } from '../../retrieval/pools/exact';
import type { RankCounts } from '../../retrieval/ranks/rank';
import type { Pair } from '../../retrieval/ranks/score-rows';
import type { Speed } from '../../retrieval/speed/speed';
import type { Direction, Sides } from '../plan/input';
import type { MeasuredCell, ReplicatedCell } from '../results/measured-cell';
import type { Memory } from '../results/result';

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

/** What one evaluator makes for all, since its arrays lie in memory that all of them see. */
export type BuildRequest =
  | { readonly kind: 'routes'; readonly config: SweepConfig }
  | { readonly kind: 'sides'; readonly config: SweepConfig; readonly dim: number }
  | { readonly kind: 'pair'; readonly job: DirectionJob };

export type Artifact =
  | (BuildRequest & { readonly kind: 'routes'; readonly routes: ReadonlyMap<number, ProjectionMap> })
  | (BuildRequest & { readonly kind: 'sides'; readonly sides: Sides })
  | (BuildRequest & { readonly kind: 'pair'; readonly pair: Pair });

/** The cells of the pass that others are compared with, by pool size. */
export interface Baseline {
  readonly kind: 'baseline';
  readonly bySize: ReadonlyMap<number, ReplicatedCell>;
}

/** What one evaluator found and others use too. */
export type SharedResult = Artifact | Baseline;

/** A block of queries to rank: rows from … to − 1 of the direction's query side. */
export interface RankJob extends DirectionJob {
  readonly from: number;
  readonly to: number;
}

/** What was found of queries: counts among all candidates with the items' scores, or among negatives already. */
export type Found = BlockAhead | RankCounts;

/** A block of texts to rank among all images, and images among it. */
export interface BothDirectionsJob extends Job {
  readonly from: number;
  readonly to: number;
}

/** Pools to draw for all queries of a direction, from where the reference's stream stands. */
export interface DrawJob {
  readonly direction: Direction;
  readonly size: number;
  readonly stream: PcgState;
}

/** The counts of a pass, to be measured as pools of several sizes, the same ones in both directions. */
export interface MeasureJob extends Job {
  readonly pools: Readonly<Record<Direction, readonly CountedPool[]>>;
  /** Pool sizes whose speed is measured too. */
  readonly timed: readonly number[];
  /** Whether cells are compared: with the baseline that was measured before, or with themselves where they are it. */
  readonly compared: 'not' | 'with the baseline' | 'as the baseline';
}

/** What was measured of a pass. */
export interface MeasuredPass {
  /** One for each pool size, in order. */
  readonly cells: readonly MeasuredCell[];
  /** One for each size that was timed. */
  readonly speeds: Readonly<Record<Direction, readonly Speed[]>>;
  readonly memory: Memory;
  /** For the other evaluators, of the pass that others are compared with. */
  readonly baseline: Baseline | null;
}

/** What was counted for pools of a size: each query's whole gallery, or the pools drawn for it. */
export interface CountedPool {
  readonly size: number;
  readonly counted: 'gallery' | 'pools';
  readonly found: Found;
}
