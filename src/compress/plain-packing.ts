import { halves } from '../math/float16';
import type { Matrix } from '../math/matrix';
import { columnMeans } from './means';
import { packNibbles } from './packed';
import type { PackingKernels, Scales, ScaledVectors } from './packing';
import { roundHalfToEven } from './rounding';

/** The largest magnitude of all numbers whose row · perRow + col · perCol is the same. */
function largest({ vectors, means, factors }: ScaledVectors, perRow: 0 | 1, perCol: 0 | 1): Float64Array {
  const { rows, cols, data } = vectors;
  const found = new Float64Array(perRow ? rows : cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const magnitude = Math.abs((data[r * cols + c] - means[c]) * factors[c]);
      const at = r * perRow + c * perCol;
      if (magnitude > found[at]) found[at] = magnitude;
    }
  }
  return found;
}

function encode({ vectors, means, factors }: ScaledVectors, scales: Scales, levels: number): Int8Array {
  const { rows, cols, data } = vectors;
  const { values, perRow, perCol } = scales;
  const codes = new Int8Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const at = r * cols + c;
      const scale = values[r * perRow + c * perCol];
      const code = scale > 0 ? roundHalfToEven(((data[at] - means[c]) * factors[c]) / scale) : 0;
      codes[at] = code > levels ? levels : code < -levels ? -levels : code;
    }
  }
  return codes;
}

function signBits({ rows, cols, data }: Matrix, thresholds: Float64Array): Uint32Array {
  const stride = Math.ceil(cols / 32);
  const bits = new Uint32Array(rows * stride);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      if (data[r * cols + c] > thresholds[c]) bits[r * stride + (c >> 5)] |= 1 << (c & 31);
    }
  }
  return bits;
}

/** Packing in TypeScript alone: what other implementations are checked against, and what takes double precision. */
export const plainPacking: PackingKernels = {
  columnMeans,
  largestInColumns: (source) => largest(source, 0, 1),
  largestInRows: (source) => largest(source, 1, 0),
  encode,
  halves,
  signBits,
  packNibbles: (codes, rows, cols) => packNibbles(codes, rows, cols).codes,
};
