import { describe, expect, test } from 'vitest';
import type { Format, Packed } from '../../compress/packed';
import { packNibbles } from '../../compress/packed';
import { fromHalf, halves } from '../../math/float16';
import { PlainKernels } from './plain';

const kernels = new PlainKernels();
const all = (packed: Packed) => ({ packed, from: 0, to: packed.rows });

const ROWS = 7;

/** Whole numbers −7 … 7 that differ from place to place. */
const value = (i: number) => ((i * i * 5 + i * 3) % 15) - 7;

function codes(rows: number, cols: number, shift: number): Int8Array {
  return Int8Array.from({ length: rows * cols }, (_, i) => value(i + shift));
}

function pack(format: Format, rows: number, cols: number, shift: number): Packed {
  const numbers = codes(rows, cols, shift);
  const shape = { rows, cols, stride: cols };
  switch (format) {
    case 'f64':
      return { format, ...shape, codes: Float64Array.from(numbers) };
    case 'f32':
      return { format, ...shape, codes: Float32Array.from(numbers) };
    case 'f16':
      return { format, ...shape, codes: halves(Float32Array.from(numbers)) };
    case 'i8':
      return { format, ...shape, codes: numbers };
    case 'i4':
      return packNibbles(numbers, rows, cols);
    case 'bits': {
      const stride = Math.ceil(cols / 32);
      const words = new Uint32Array(rows * stride);
      numbers.forEach((x, i) => {
        const c = i % cols;
        if (x > 0) words[Math.floor(i / cols) * stride + (c >> 5)] |= 1 << (c & 31);
      });
      return { format, rows, cols, stride, codes: words };
    }
  }
}

function plainScore(format: Format, cols: number, q: number, r: number): number {
  const queries = codes(2, cols, 1);
  const gallery = codes(ROWS, cols, 4);
  let sum = 0;
  for (let c = 0; c < cols; c++) {
    const [a, b] = [queries[q * cols + c], gallery[r * cols + c]];
    sum += format === 'bits' ? (a > 0 === b > 0 ? 1 : -1) : a * b;
  }
  return sum;
}

describe.each([
  ['f64', 'f64'],
  ['f32', 'f32'],
  ['f16', 'f16'],
  ['i8', 'i8'],
  ['i8', 'i4'],
  ['f32', 'i8'],
  ['f32', 'i4'],
  ['bits', 'bits'],
] as const)('%s on %s', (queryFormat, galleryFormat) => {
  test.each([1, 2, 3, 5, 8, 33, 64])(
    'scores %i dimensions as a plain sum does, in any order of rows',
    (cols) => {
      const queries = pack(queryFormat, 2, cols, 1);
      const gallery = pack(galleryFormat, ROWS, cols, 4);
      const rows = Uint32Array.of(6, 0, 3, 3, 5);
      for (const q of [0, 1]) {
        const one = { packed: queries, from: q, to: q + 1 };
        const out = kernels.scores(one, all(gallery));
        expect([...out]).toEqual(Array.from(out, (_, r) => plainScore(galleryFormat, cols, q, r)));
        const some = kernels.scores(one, { packed: gallery, list: rows });
        expect([...some]).toEqual(Array.from(rows, (r) => out[r]));
      }
    },
  );
});

test('a scale for each row multiplies the scores of that row', () => {
  const gallery = pack('i8', ROWS, 8, 4);
  const rowScales = Float32Array.from({ length: ROWS }, (_, r) => (r + 1) / 4);
  const query = { packed: pack('i8', 2, 8, 1), from: 1, to: 2 };
  const plain = kernels.scores(query, all(gallery));
  const scaled = kernels.scores(query, all({ ...gallery, rowScales } as Packed));
  expect([...scaled]).toEqual(Array.from(plain, (x, r) => (x * (r + 1)) / 4));
});

test('halves add up in single precision, one dimension after the other', () => {
  const cols = 50;
  const numbers = halves(Float32Array.from({ length: cols }, (_, i) => Math.sin(i + 1)));
  const vector: Packed = { format: 'f16', rows: 1, cols, stride: cols, codes: numbers };
  let sum = 0;
  for (const half of numbers) sum = Math.fround(sum + fromHalf(half) ** 2);
  expect(kernels.scores(all(vector), all(vector))[0]).toBe(sum);
});

test('the largest byte products of 1024 dimensions are exact', () => {
  const full = new Int8Array(1024).fill(-128);
  const vector: Packed = { format: 'i8', rows: 1, cols: 1024, stride: 1024, codes: full };
  expect(kernels.scores(all(vector), all(vector))[0]).toBe(2 ** 24);
});

test('formats that no kernel joins are an error that names both', () => {
  expect(() => kernels.scores(all(pack('bits', 1, 4, 0)), all(pack('i8', 1, 4, 0)))).toThrow(
    'No kernel scores bits queries on i8 vectors.',
  );
});
