import type { DrawNormals } from '../../math/arithmetic';
import type { PcgState } from '../../math/random/pcg64';
import type { Qrels } from './qrels';
import { relevantTo } from './qrels';
import type { Resamples } from './resamples';

/**
 * What the engine draws at random, from NumPy's streams: the same numbers from every implementation, and the stream
 * stands at the same place after.
 */
export interface RandomKernels {
  readonly normals: DrawNormals;
  /** Resamples for the bootstrap: those of drawResamples. */
  resamples(seed: number, clusters: number, count: number): Resamples;
  /**
   * A pool of `size` gallery rows for each query, as drawPool draws it, and after each what a shuffle of it draws, written
   * to `rows` (queries × size). Nothing is drawn for a query without relevant items, whose row is zero. Throws a
   * RangeError as checkPools does.
   */
  pools(stream: PcgState, qrels: Qrels, size: number, rows: Uint32Array): PcgState;
}

/** Throws a RangeError where pools of a size cannot be drawn, or not into so many words. */
export function checkPools(qrels: Qrels, size: number, rows: Uint32Array): void {
  const { queries, gallery } = qrels;
  if (size > gallery) throw new RangeError(`${gallery} gallery rows do not fill a pool of ${size}.`);
  if (rows.length !== queries * size) {
    throw new RangeError(`${queries} pools of ${size} do not fill an array of ${rows.length}.`);
  }
  for (let q = 0; q < queries; q++) {
    const { length } = relevantTo(qrels, q);
    if (length > size) throw new RangeError(`A pool of ${size} does not hold ${length} relevant items.`);
  }
}
