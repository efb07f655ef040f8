import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type { Speed } from '../../retrieval/speed/speed';
import type { Space } from '../../sweep/plan/spaces';
import type { Difference } from '../../sweep/results/result';
import type { OverlaidName } from './encoding';

/** A dot of a chart of quality against something else. */
export interface QualityPoint extends Space {
  readonly experiment: string;
  readonly precision: Precision;
  readonly direction: Direction;
  readonly quality: Difference;
  /** From what it is compared with; absent where that is not known. */
  readonly difference?: Difference | undefined;
  /** Present where two runs are drawn over each other. */
  readonly run?: OverlaidName;
}

/** What a stored gallery vector costs and what it finds. */
export interface BytesPoint extends QualityPoint {
  readonly bytes: number;
}

/** How fast a setting answers and what it finds. */
export interface SpeedPoint extends QualityPoint {
  readonly speed: Speed;
}
