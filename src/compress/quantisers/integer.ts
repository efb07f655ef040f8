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

/** How the code of (row, col) is scaled: by scales[row · perRow + col · perCol]. */
interface Scales {
  readonly values: Float32Array;
  readonly perRow: 0 | 1;
  readonly perCol: 0 | 1;
}

/** The value that a share of all others do not exceed (nearest rank). */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The largest magnitude that each scale has to cover, as a scale: its share of one code. */
function calibrate(x: Matrix<Float64Array>, calibration: Calibration, levels: number): Scales {
  const { rows, cols, data } = x;
  if (calibration === 'global') {
    return {
      values: Float32Array.of(quantile(data.map(Math.abs), GLOBAL_QUANTILE) / levels),
      perRow: 0,
      perCol: 0,
    };
  }
  const perRow = calibration === 'vector' ? 1 : 0;
  const perCol = calibration === 'dimension' ? 1 : 0;
  const largest = new Float64Array(perRow ? rows : cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const at = r * perRow + c * perCol;
      largest[at] = Math.max(largest[at], Math.abs(data[r * cols + c]));
    }
  }
  return { values: Float32Array.from(largest, (magnitude) => magnitude / levels), perRow, perCol };
}

/** Each number over its scale, rounded to the nearest code and clipped to ±levels; 0 where the scale is 0. */
function encode(x: Matrix<Float64Array>, scales: Scales, levels: number): Int8Array {
  const codes = new Int8Array(x.data.length);
  for (let r = 0; r < x.rows; r++) {
    for (let c = 0; c < x.cols; c++) {
      const at = r * x.cols + c;
      const scale = scales.values[r * scales.perRow + c * scales.perCol];
      const code = scale > 0 ? roundHalfToEven(x.data[at] / scale) : 0;
      codes[at] = Math.min(Math.max(code, -levels), levels);
    }
  }
  return codes;
}

/** A copy in double precision, less the columns' means where asked. */
function working({ rows, cols, data }: Matrix, centre: boolean): Matrix<Float64Array> {
  const copy = Float64Array.from(data);
  if (centre) {
    const means = columnMeans({ rows, cols, data });
    for (let i = 0; i < copy.length; i++) copy[i] -= means[i % cols];
  }
  return { rows, cols, data: copy };
}

/** The queries, each dimension times the gallery's scale of it, so that codes alone make the dot product. */
function scaled({ rows, cols, data }: Matrix, columnScales: Float32Array | undefined): Matrix<Float64Array> {
  const out = Float64Array.from(data);
  if (columnScales) for (let i = 0; i < out.length; i++) out[i] *= columnScales[i % cols];
  return { rows, cols, data: out };
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
    gallery(vectors, { calibration, centre }) {
      const x = working(vectors, centre);
      const scales = calibrate(x, calibration, levels);
      const packed = pack(encode(x, scales, levels), x.rows, x.cols);
      if (scales.perRow) return { ...packed, rowScales: scales.values };
      if (scales.perCol) return { ...packed, columnScales: scales.values };
      return packed;
    },
    queries(vectors, gallery, { query }: QuantiserOptions) {
      const { rows, cols, data } = scaled(vectors, gallery.columnScales);
      if (query === 'float') {
        return { format: 'f32', rows, cols, stride: cols, codes: Float32Array.from(data) };
      }
      const queryLevels = query === 'same' ? levels : INT8_LEVELS;
      const x = { rows, cols, data };
      const codes = encode(x, calibrate(x, 'vector', queryLevels), queryLevels);
      return { format: 'i8', rows, cols, stride: cols, codes };
    },
  };
}
