import type { Allocate } from '../../lib/allocate';
import type { Matrix } from '../../math/matrix';
import type { Calibration, Precision } from '../../protocol/compression';
import type { Packed } from '../packed';
import type { PackingKernels, Scales, ScaledVectors } from '../packing';
import type { Quantiser } from '../quantiser';

/** The share of magnitudes that one scale for the whole gallery covers; the rest is clipped (Qdrant's default). */
const GLOBAL_QUANTILE = 0.99;

const INT8_LEVELS = 127;

/** What a quantiser of integers differs in: its name, its largest code, and how codes −levels … levels lie in memory. */
interface IntegerFormat {
  readonly name: Precision;
  readonly label: string;
  readonly levels: number;
  /** Where codes are made that are only on the way to those that are stored; absent where they are stored themselves. */
  readonly allocate?: Allocate;
  pack(codes: Int8Array, rows: number, cols: number, packing: PackingKernels): Packed;
}

/** The value that a share of all others do not exceed (nearest rank). */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function magnitudes({ vectors: { rows, cols, data }, means, factors }: ScaledVectors): Float64Array {
  const out = new Float64Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      out[r * cols + c] = Math.abs((data[r * cols + c] - means[c]) * factors[c]);
    }
  }
  return out;
}

/** The largest magnitude that each scale has to cover, as a scale: its share of one code. */
function calibrate(
  source: ScaledVectors,
  calibration: Calibration,
  levels: number,
  packing: PackingKernels,
): Scales {
  const shares = (covered: Float64Array) => Float32Array.from(covered, (magnitude) => magnitude / levels);
  switch (calibration) {
    case 'dimension':
      return { values: shares(packing.largestInColumns(source)), perRow: 0, perCol: 1 };
    case 'vector':
      return { values: shares(packing.largestInRows(source)), perRow: 1, perCol: 0 };
    case 'global':
      return {
        values: shares(Float64Array.of(quantile(magnitudes(source), GLOBAL_QUANTILE))),
        perRow: 0,
        perCol: 0,
      };
  }
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
export function integerQuantiser({ name, label, levels, allocate, pack }: IntegerFormat): Quantiser {
  return {
    name,
    label,
    symmetric: false,
    keepsCentre: true,
    gallery(vectors, { calibration, centre }, packing) {
      const means = centre ? packing.columnMeans(vectors) : new Float64Array(vectors.cols);
      const source = { vectors, means, factors: new Float64Array(vectors.cols).fill(1) };
      const scales = calibrate(source, calibration, levels, packing);
      const codes = packing.encode(source, scales, levels, allocate);
      const packed = pack(codes, vectors.rows, vectors.cols, packing);
      if (scales.perRow) return { ...packed, rowScales: scales.values };
      if (scales.perCol) return { ...packed, columnScales: scales.values };
      return packed;
    },
    queries(vectors, gallery, { query }, packing) {
      const { rows, cols } = vectors;
      const factors = gallery.columnScales ?? new Float64Array(cols).fill(1);
      if (query === 'float') return scaled(vectors, factors);
      const queryLevels = query === 'same' ? levels : INT8_LEVELS;
      const source = { vectors, means: new Float64Array(cols), factors };
      const scales = calibrate(source, 'vector', queryLevels, packing);
      const codes = packing.encode(source, scales, queryLevels);
      return { format: 'i8', rows, cols, stride: cols, codes };
    },
  };
}
