import { describe, expect, test } from 'vitest';
import type { Packed } from '../../compress/packed';
import { packNibbles } from '../../compress/packed';
import { gpuRows, rowSize } from './layout';

const bytes = (rows: number, cols: number): Packed => ({
  format: 'i8',
  rows,
  cols,
  stride: cols,
  codes: Int8Array.from({ length: rows * cols }, (_, i) => i + 1),
});

describe('rows on the GPU', () => {
  test('are whole chunks, however many dimensions there are', () => {
    const shape = { rows: 1, cols: 37 };
    expect(rowSize({ ...shape, format: 'f32', stride: 37, codes: new Float32Array(37) })).toEqual({
      chunks: 10,
      bytes: 160,
    });
    expect(rowSize({ ...shape, format: 'f16', stride: 37, codes: new Uint16Array(37) })).toEqual({
      chunks: 5,
      bytes: 80,
    });
    expect(rowSize(bytes(1, 37))).toEqual({ chunks: 3, bytes: 48 });
    expect(rowSize(packNibbles(new Int8Array(37), 1, 37))).toEqual({ chunks: 3, bytes: 24 });
    expect(rowSize({ ...shape, format: 'bits', stride: 2, codes: new Uint32Array(2) })).toEqual({
      chunks: 1,
      bytes: 16,
    });
  });

  test('bytes and half bytes of as many dimensions have as many chunks, so that one loop joins them', () => {
    for (const cols of [1, 15, 16, 17, 37, 256, 1000]) {
      expect(rowSize(packNibbles(new Int8Array(cols), 1, cols)).chunks).toBe(rowSize(bytes(1, cols)).chunks);
    }
  });

  test('end in zeros', () => {
    expect([...gpuRows(bytes(3, 3), 1, 3)]).toEqual([
      4,
      5,
      6,
      ...Array(13).fill(0),
      7,
      8,
      9,
      ...Array(13).fill(0),
    ]);
  });

  test('that need no padding are the codes themselves', () => {
    const packed = bytes(4, 16);
    const rows = gpuRows(packed, 1, 3);
    expect(rows.buffer).toBe(packed.codes.buffer);
    expect([rows.byteOffset, rows.length]).toEqual([16, 32]);
  });

  test('of doubles are an error that names them', () => {
    const doubles: Packed = { format: 'f64', rows: 1, cols: 1, stride: 1, codes: new Float64Array(1) };
    expect(() => gpuRows(doubles, 0, 1)).toThrow('Vectors in f64 have no layout on a GPU.');
  });
});
