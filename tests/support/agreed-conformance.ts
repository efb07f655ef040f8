import type { Conformance } from '../../src/protocol/conformance';

/** The check of a device whose vectors are almost WebAssembly's and whose pixels are Pillow's. */
export const agreedConformance: Conformance = {
  lowestCosine: 0.99998,
  notCompared: null,
  jpegDifference: 0,
  jpegRefused: null,
  golden: [{ input: 'a cat', vector: '' }],
};
