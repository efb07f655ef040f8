import { legacyPermutation } from '../../math/random/mt19937';

/**
 * The order in which the reference puts its texts before it writes or evaluates them: its text row i is text row order[i]
 * of the data, `numpy.random.seed(42); numpy.random.permutation(texts)` (PROTOCOL §8).
 */
export const referenceOrder = (texts: number): Uint32Array => legacyPermutation(42, texts);
