import type { Kernels } from '../../kernels/contract/kernels';
import type { BlockCounts, RankTask } from '../../kernels/contract/rank';
import type { Allocate } from '../../lib/allocate';
import type { PackedSides } from '../../retrieval/ranks/score-rows';
import type { Clock } from '../../retrieval/speed/speed';

/** What an evaluator works with. */
export interface Tools {
  readonly kernels: Kernels;
  /** For speed alone. */
  readonly clock: Clock;
  /** Makes the arrays that other evaluators use too. */
  readonly allocate: Allocate;
  /** Absent where there is none to be used. */
  readonly gpu?: Gpu;
}

/** Ranks whole galleries in the kernels' place. */
export interface Gpu {
  readonly name: string;
  supports(vectors: PackedSides): boolean;
  rank(task: RankTask): Promise<BlockCounts>;
}

/** What an evaluator computes with. */
export interface Engine {
  readonly kernels: string;
  /** See `Kernels`. */
  readonly maxOpsPerCall: number;
  readonly gpu: string | null;
  /** How the GPU failed, if it did; the kernels went on in its place. */
  readonly lost?: string;
}
