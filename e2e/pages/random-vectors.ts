import type { Format, Packed } from '../../src/compress/packed';
import { packNibbles } from '../../src/compress/packed';
import type { Qrels } from '../../src/kernels/contract/qrels';
import { halves } from '../../src/math/float16';
import { boundedInteger } from '../../src/math/random/bounded';
import type { Pcg64 } from '../../src/math/random/pcg64';
import { standardNormal } from '../../src/math/random/ziggurat';

/** `spread`: the whole range of a format; `few`: −1, 0 and 1 alone, so that most scores tie. */
export type Values = 'spread' | 'few';

/** Whole numbers low … high. */
const whole = (bits: Pcg64, n: number, low: number, high: number): Int8Array =>
  Int8Array.from({ length: n }, () => low + boundedInteger(bits, high - low));

/** Vectors of length about 1, as embeddings are; few values are kept as they are. */
function floats(bits: Pcg64, rows: number, cols: number, values: Values): Float32Array {
  if (values === 'few') return Float32Array.from(whole(bits, rows * cols, -1, 1));
  return Float32Array.from({ length: rows * cols }, () => standardNormal(bits) / Math.sqrt(cols));
}

/** One bit for each dimension; those past the last are 0, and all past the first 6 are where there are few values. */
function signs(bits: Pcg64, rows: number, cols: number, values: Values): Uint32Array {
  const stride = Math.ceil(cols / 32);
  const words = new Uint32Array(rows * stride);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < (values === 'few' ? 6 : cols); c++) {
      words[r * stride + (c >> 5)] |= boundedInteger(bits, 1) << (c & 31);
    }
  }
  return words;
}

/** Random vectors (rows × cols) in a format. */
export function randomVectors(
  bits: Pcg64,
  format: Format,
  rows: number,
  cols: number,
  values: Values,
): Packed {
  const shape = { rows, cols, stride: cols };
  const few = values === 'few';
  switch (format) {
    case 'f64':
      throw new TypeError('No GPU holds f64.');
    case 'f32':
      return { format, ...shape, codes: floats(bits, rows, cols, values) };
    case 'f16':
      return { format, ...shape, codes: halves(floats(bits, rows, cols, values)) };
    case 'i8':
      return {
        format,
        ...shape,
        codes: few ? whole(bits, rows * cols, -1, 1) : whole(bits, rows * cols, -128, 127),
      };
    case 'i4':
      return packNibbles(few ? whole(bits, rows * cols, -1, 1) : whole(bits, rows * cols, -8, 7), rows, cols);
    case 'bits':
      return { format, ...shape, stride: Math.ceil(cols / 32), codes: signs(bits, rows, cols, values) };
  }
}

/** The second half of the rows repeats the first. */
export function withTwins<P extends Packed>(packed: P): P {
  const half = (packed.rows / 2) * packed.stride;
  const codes = packed.codes.slice();
  codes.copyWithin(half, 0, half);
  return { ...packed, codes };
}

/** Query q has q mod (most + 1) relevant items, at random and in no order. */
export function randomRelevance(bits: Pcg64, queries: number, gallery: number, most: number): Qrels {
  const offsets = new Uint32Array(queries + 1);
  const items: number[] = [];
  for (let q = 0; q < queries; q++) {
    const relevant = new Set<number>();
    while (relevant.size < q % (most + 1)) relevant.add(boundedInteger(bits, gallery - 1));
    items.push(...relevant);
    offsets[q + 1] = items.length;
  }
  return { queries, gallery, offsets, items: Uint32Array.from(items) };
}
