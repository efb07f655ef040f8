import type { AppliedProjection } from '../../protocol/compression';
import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type {
  Difference,
  Differences,
  Estimate,
  Measures,
  PerMetric,
} from '../../retrieval/metrics/measures';
import type { Speed } from '../../retrieval/speed/speed';
import type { GallerySpeed } from './gallery-speed';

export type { Difference, Differences, Estimate } from '../../retrieval/metrics/measures';

/** Whether a paired 95 % interval excludes 0: only then does a difference count as seen. */
export const excludesZero = ({ low, high }: Difference): boolean => low > 0 || high < 0;

/** Whether the 95 % interval is known: results that were read from a file may have none. */
export const hasInterval = ({ low, high }: Pick<Estimate, 'low' | 'high'>): boolean =>
  !Number.isNaN(high - low);

/**
 * Where Recall@K is lost on the way from fp32 vectors of the base dimension ranked in the whole gallery to a cell:
 * total = pool + dimension + precision. Each part is what one step takes away, in this order: the pool (fp32 at the base
 * dimension, from the whole gallery to the cell's pool; below zero, since a smaller pool is easier), the dimension (fp32,
 * from the untouched base to the cell's dimension and projection, in the cell's pool), the precision (from fp32 to the cell's, all else the cell's).
 */
export interface Loss {
  readonly total: number;
  readonly pool: number;
  readonly dimension: number;
  readonly precision: number;
}

/** What one direction of one cell measured. */
export interface DirectionResult extends Measures {
  /** How many candidates each query is ranked among: the pool's size, or the whole gallery of this direction. */
  readonly candidates: number;
  /** Scoring plus top-K over the pool, for packed vectors in memory, timed in passing: too short to tell cells apart. */
  readonly speed: Speed;
  /** This cell less fp32 at the base dimension in the same pool. Absent where that cannot be computed. */
  readonly difference?: Differences;
  /** Where Recall@K was lost: one entry for each K. Absent as `difference`. */
  readonly loss?: readonly Loss[];
}

/** The mean of both directions, with the interval of the mean. */
interface DirectionMean extends PerMetric<Estimate> {
  /** As that of a direction, of the mean. */
  readonly difference?: Differences;
}

/** Bytes allocated for the stored vectors: codes and scales. */
export interface Memory {
  readonly text: number;
  readonly image: number;
  /** Bytes of one gallery vector, its share of scales included. */
  readonly perVector: number;
}

/** One cell of the sweep: dimension and projection × precision × candidate size. */
export interface ResultRow {
  /** As the reference names it, dim_256_prec_fp16_cand_100; projections that it does not know follow the dimension. */
  readonly experiment: string;
  readonly dim: number;
  readonly projection: AppliedProjection;
  readonly precision: Precision;
  /** Candidates in a pool. Of a whole gallery its images; image→text then has as many candidates as there are texts. */
  readonly candidateSize: number;
  readonly wholeGallery: boolean;
  /** Images in the run. */
  readonly samples: number;
  /** True where the dimension lies above the base dimension and so cannot add information. */
  readonly lifted: boolean;
  /** What a reader of the row must know; empty where nothing. */
  readonly note: string;
  readonly textToImage: DirectionResult;
  readonly imageToText: DirectionResult;
  readonly mean: DirectionMean;
  readonly memory: Memory;
  /** Absent until it is asked for. */
  readonly gallerySpeed?: GallerySpeed;
}

/** The part of a row that holds a direction, or the mean of both. */
export const partOf = (direction: Direction | 'both'): Direction | 'mean' =>
  direction === 'both' ? 'mean' : direction;
