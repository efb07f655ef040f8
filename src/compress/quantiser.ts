import type { Matrix } from '../math/matrix';
import type { Calibration, Precision, QueryFormat } from '../protocol/compression';
import type { Packed } from './packed';
import type { PackingKernels } from './packing';

/** The choices that a quantiser may heed (PROTOCOL §4). */
export interface QuantiserOptions {
  readonly calibration: Calibration;
  /** Whether the gallery's mean is taken off the gallery first. */
  readonly centre: boolean;
  readonly query: QueryFormat;
  /** True: numbers keep the type they came in, as NumPy does; false: no stored number is wider than fp32. */
  readonly keepType: boolean;
}

/**
 * A way to store vectors. Only the order of the scores of one query matters, so a factor or a term that all of
 * its gallery rows share may be left out.
 */
export interface Quantiser {
  readonly name: Precision;
  readonly label: string;
  /** Whether a side is held alike as gallery and as queries, so that one product serves both directions. */
  readonly symmetric: boolean;
  /** The gallery (rows × dims) as it is stored. */
  gallery(vectors: Matrix, options: QuantiserOptions, packing: PackingKernels): Packed;
  /**
   * Queries (rows × dims) made ready to be scored against that gallery.
   * @param side all vectors of the queries' side (any rows × dims), where `vectors` are not these themselves
   */
  queries(
    vectors: Matrix,
    gallery: Packed,
    options: QuantiserOptions,
    packing: PackingKernels,
    side?: Matrix,
  ): Packed;
  /** Whether what was taken off the gallery is part of what its codes stand for. */
  readonly keepsCentre: boolean;
  /** Present where codes depend on the pool that a gallery row is ranked in: the levels over the range of a pool. */
  readonly pooledLevels?: number;
}
