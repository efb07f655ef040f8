/** The kernels of the evaluation engine, one module built twice: with and without relaxed SIMD. */
export { widenHalves, roundToHalves, narrowToHalves } from './halves';
export { packWords, packDoubles, packRightHandSide, floatsToDoubles } from './panels';
export { scoreFloats, pairFloats } from './floats';
export { scoreDoubles, multiplyDoubles } from './doubles';
export { biasBytes, widenNibbles, packNibbles, sumBytes, widenBytes, bytesToFloats } from './bytes';
export { scoreBytes, scoreBytesWide, pairBytes, pairBytesWide, dotsOfExtremes } from './dots';
export { packLookups, packNibbleColumns, scoreSigns, pairSigns, packSigns } from './signs';
export { scaleColumns, maskColumns, countRows, countColumns } from './count-floats';
export { maskColumns16, countRows16, countColumns16, widenAgreements } from './count-agreements';
export { addRows, widenRanges, largestInRows, encodeByColumn, encodeByRow } from './quantise';
export { groupResamples, resampleSums } from './resample';
export { encodeFloats, encodeDoubles } from './range-codes';
export { drawNormals } from './normals';
export { drawResamples } from './resamples';
export { drawPools } from './pools';
