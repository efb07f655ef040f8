/** The kernels of the evaluation engine, one module built twice: with and without relaxed SIMD. */
export { widenHalves, roundToHalves, narrowToHalves } from './convert/halves';
export { packWords, packDoubles, packRightHandSide, floatsToDoubles } from './convert/panels';
export { scoreFloats, pairFloats } from './score/floats';
export { scoreDoubles, multiplyDoubles } from './score/doubles';
export { biasBytes, widenNibbles, packNibbles, sumBytes, widenBytes, bytesToFloats } from './convert/bytes';
export { scoreBytes, scoreBytesWide, pairBytes, pairBytesWide, dotsOfExtremes } from './score/dots';
export { packLookups, packNibbleColumns, scoreSigns, pairSigns, packSigns } from './score/signs';
export { scaleColumns, maskColumns, countRows, countColumns } from './count/count-floats';
export { maskColumns16, countRows16, countColumns16, widenAgreements } from './count/count-agreements';
export { addRows, widenRanges, largestInRows, encodeByColumn, encodeByRow } from './convert/quantise';
export { groupResamples, resampleSums } from './resample';
export { encodeFloats, encodeDoubles } from './convert/range-codes';
export { drawNormals } from './random/normals';
export { drawResamples } from './random/resamples';
export { drawPools } from './random/pools';
