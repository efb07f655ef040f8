import type { LinearMap, Side } from '../../compress/projection';
import { QUANTISERS } from '../../compress/quantisers';
import type { BlockCounts, RankCounts } from '../../kernels/contract/rank';
import type { PcgState } from '../../math/random/pcg64';
import type { Direction } from '../../protocol/direction';
import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { PairCosines } from '../../retrieval/geometry/pair-cosines';
import type { PackedSides } from '../../retrieval/ranks/score-rows';
import type { Speed } from '../../retrieval/speed/speed';
import type { Sides } from '../plan/input';
import type { Space } from '../plan/spaces';
import type { MeasuredCell, ReplicatedCell } from '../results/measured-cell';
import type { QueryRanks } from '../results/query-ranks';
import type { Memory } from '../results/result';

/** Vectors of one space and precision. A job is plain data and names all that its result depends on. */
export interface Job extends Space {
  readonly config: SweepConfig;
  readonly precision: Precision;
}

export interface DirectionJob extends Job {
  readonly direction: Direction;
}

/** Rows from … to − 1 of one side to bring into a space. */
export interface ProjectJob extends Space {
  readonly config: SweepConfig;
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

/**
 * What one evaluator builds for all, in memory that all of them see: the projections to every space, arrays for both
 * sides' vectors in one, or one direction's packed queries and gallery.
 */
export type BuildRequest =
  | { readonly kind: 'projectionMaps'; readonly config: SweepConfig }
  | { readonly kind: 'projected'; readonly config: SweepConfig; readonly space: Space }
  | { readonly kind: 'packed'; readonly job: DirectionJob };

/** How vectors are brought from the base into each space, by its key; spaces whose vectors need nothing are not there. */
export type ProjectionMaps = ReadonlyMap<string, LinearMap>;

/** What was built. */
export type Artifact =
  | (BuildRequest & { readonly kind: 'projectionMaps'; readonly maps: ProjectionMaps })
  | (BuildRequest & { readonly kind: 'projected'; readonly sides: Sides })
  | (BuildRequest & { readonly kind: 'packed'; readonly packed: PackedSides });

/** The cells that all others are compared with, by pool size. */
export interface Baseline {
  readonly kind: 'baseline';
  readonly bySize: ReadonlyMap<number, ReplicatedCell>;
}

/** What one evaluator made and others use too. */
export type SharedResult = Artifact | Baseline;

/** A block of queries to rank: rows from … to − 1 of the direction's query side. */
export interface RankJob extends DirectionJob {
  readonly from: number;
  readonly to: number;
}

/** One query to search for: a row of the direction's query side, or a vector of the base dimension that is not among them. */
export interface SearchJob extends DirectionJob {
  readonly query: number | Float32Array;
  /** How many items to list. */
  readonly k: number;
}

/** A block of queries whose first k are counted. */
export interface HubsJob extends RankJob {
  readonly k: number;
}

/** A block of rows of one side, whose near-identical rows are looked for by the untouched vectors. */
export interface NearRowsJob {
  readonly config: SweepConfig;
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** The least cosine. */
  readonly least: number;
}

/** How the vectors of both sides lie as they are stored. */
export interface Geometry {
  readonly cosines: PairCosines;
  /** The distance between the means of both sides at unit length. */
  readonly gap: number;
}

/** Counts of queries: among all candidates with the scores of the relevant ones, or among negatives alone. */
export type QueryCounts = BlockCounts | RankCounts;

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

/** The counts of a group, to be measured in pools of several sizes, the same ones in both directions. */
export interface MeasureJob extends Job {
  readonly pools: Readonly<Record<Direction, readonly CountedPool[]>>;
  /** Pool sizes whose speed is measured too. */
  readonly timed: readonly number[];
  /** Whether cells are compared: with the baseline that was measured before, or with themselves where they are it. */
  readonly compared: 'not' | 'with the baseline' | 'as the baseline';
}

/** What was measured of a group. */
export interface MeasuredGroup {
  /** One for each pool size, in order. */
  readonly cells: readonly MeasuredCell[];
  /** One for each size that was timed. */
  readonly speeds: Readonly<Record<Direction, readonly Speed[]>>;
  readonly memory: Memory;
  /** Of each counting that ranked every query once. */
  readonly ranks: readonly Pick<QueryRanks, 'pool' | 'ranks'>[];
  /** For the other evaluators, where the group is the baseline. */
  readonly baseline: Baseline | null;
}

/** The counts for pools of a size, made over each query's whole gallery or within the pools drawn for it. */
export interface CountedPool {
  readonly size: number;
  readonly counted: 'gallery' | 'pools';
  readonly counts: QueryCounts;
}

/** Whether the best candidates are scored again by a finer format. */
export const rescores = ({ config, precision }: Pick<Job, 'config' | 'precision'>): boolean =>
  precision === 'binary' && config.rescore > 0;

/** Whether one product serves both directions of a job. */
export const isSymmetric = (job: Job): boolean => QUANTISERS[job.precision].symmetric && !rescores(job);
