import type { Matrix } from '../../math/matrix';
import type { Calibration, Precision } from '../choices';
import { columnMeans } from '../means';
import type { Packed } from '../packed';
import type { Quantiser, QuantiserOptions } from '../quantiser';
import { roundHalfToEven } from '../rounding';

/** The share of magnitudes that one scale for the whole gallery covers; the rest is clipped (Qdrant's default). */
const GLOBAL_QUANTILE = 0.99;

const INT8_LEVELS = 127;

/** What a quantiser of integers differs in: its name, its largest code, and how codes −levels … levels lie in memory. */
interface IntegerFormat {
  readonly name: Precision;
  readonly label: string;
  readonly levels: number;
  pack(codes: Int8Array, rows: number, cols: number): Packed;
}

/** Numbers as they are quantised: each less the mean of its column, then times the factor of its column. */
interface Source {
  readonly vectors: Matrix;
  readonly means: Float64Array;
  readonly factors: Float32Array | Float64Array;
}

/** How the code of (row, col) is scaled: by scales[row · perRow + col · perCol]. */
interface Scales {
  readonly values: Float32Array;
  readonly perRow: 0 | 1;
  readonly perCol: 0 | 1;
}

/** The value that a share of all others do not exceed (nearest rank). */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function magnitudes({ vectors: { rows, cols, data }, means, factors }: Source): Float64Array {
  const out = new Float64Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      out[r * cols + c] = Math.abs((data[r * cols + c] - means[c]) * factors[c]);
    }
  }
  return out;
}

/** The largest magnitude that each scale has to cover, as a scale: its share of one code. */
function calibrate(source: Source, calibration: Calibration, levels: number): Scales {
  const { rows, cols, data } = source.vectors;
  const { means, factors } = source;
  if (calibration === 'global') {
    const covered = quantile(magnitudes(source), GLOBAL_QUANTILE);
    return { values: Float32Array.of(covered / levels), perRow: 0, perCol: 0 };
  }
  const perRow = calibration === 'vector' ? 1 : 0;
  const perCol = calibration === 'dimension' ? 1 : 0;
  const largest = new Float64Array(perRow ? rows : cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const magnitude = Math.abs((data[r * cols + c] - means[c]) * factors[c]);
      const at = r * perRow + c * perCol;
      if (magnitude > largest[at]) largest[at] = magnitude;
    }
  }
  return { values: Float32Array.from(largest, (magnitude) => magnitude / levels), perRow, perCol };
}

/** Each number over its scale, rounded to the nearest code and clipped to ±levels; 0 where the scale is 0. */
function encode({ vectors, means, factors }: Source, scales: Scales, levels: number): Int8Array {
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

/** The queries, each dimension times the gallery's scale of it, in single precision. */
function scaled({ rows, cols, data }: Matrix, factors: Float32Array | Float64Array): Packed {
  const codes = new Float32Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) codes[r * cols + c] = data[r * cols + c] * factors[c];
  }
  return { format: 'f32', rows, cols, stride: cols, codes };
}

/**
 * Symmetric codes −levels … levels. The gallery is q · (g − mean) ≈ Σ q_j s_j c_j: a scale per dimension goes into
 * the query, a scale per vector multiplies that row's score, one scale for all changes no order; q · mean changes
 * none either. A query's own scale is the same for all its scores and is not kept.
 */
export function integerQuantiser({ name, label, levels, pack }: IntegerFormat): Quantiser {
  return {
    name,
    label,
    alike: false,
    gallery(vectors, { calibration, centre }) {
      const means = centre ? columnMeans(vectors) : new Float64Array(vectors.cols);
      const source = { vectors, means, factors: new Float64Array(vectors.cols).fill(1) };
      const scales = calibrate(source, calibration, levels);
      const packed = pack(encode(source, scales, levels), vectors.rows, vectors.cols);
      if (scales.perRow) return { ...packed, rowScales: scales.values };
      if (scales.perCol) return { ...packed, columnScales: scales.values };
      return packed;
    },
    queries(vectors, gallery, { query }: QuantiserOptions) {
      const { rows, cols } = vectors;
      const factors = gallery.columnScales ?? new Float64Array(cols).fill(1);
      if (query === 'float') return scaled(vectors, factors);
      const queryLevels = query === 'same' ? levels : INT8_LEVELS;
      const source = { vectors, means: new Float64Array(cols), factors };
      const codes = encode(source, calibrate(source, 'vector', queryLevels), queryLevels);
      return { format: 'i8', rows, cols, stride: cols, codes };
    },
  };
}
