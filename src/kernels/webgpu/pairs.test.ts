import { expect, test } from 'vitest';
import type { Packed } from '../../compress/packed';
import { packNibbles } from '../../compress/packed';
import { supportsPair } from './pairs';

const f32 = (cols: number): Packed => ({
  format: 'f32',
  rows: 1,
  cols,
  stride: cols,
  codes: new Float32Array(cols),
});
const i8 = (cols: number): Packed => ({
  format: 'i8',
  rows: 1,
  cols,
  stride: cols,
  codes: new Int8Array(cols),
});
const i4 = (cols: number): Packed => packNibbles(new Int8Array(cols), 1, cols);
const scaled = (packed: Packed, scale: number): Packed => ({ ...packed, rowScales: Float32Array.of(scale) });

test('pairs with a shader are supported, others are not', () => {
  expect(supportsPair(f32(512), f32(512))).toBe(true);
  expect(supportsPair(i8(512), i4(512))).toBe(true);
  expect(supportsPair(f32(512), i8(512))).toBe(false);
  expect(supportsPair(i8(512), i8(256))).toBe(false);
});

test('whole numbers are supported as long as their sums are exact in single precision', () => {
  expect(supportsPair(i8(1024), i8(1024))).toBe(true);
  expect(supportsPair(i8(1025), i8(1025))).toBe(false);
  expect(supportsPair(i8(1025), i4(1025))).toBe(true);
});

test('scales for each row are supported for whole numbers, where scores stay normal numbers', () => {
  expect(supportsPair(i8(8), scaled(i8(8), 0.01))).toBe(true);
  expect(supportsPair(i8(8), scaled(i8(8), 0))).toBe(true);
  expect(supportsPair(i8(8), scaled(i8(8), 1e-40))).toBe(false);
  expect(supportsPair(i8(8), scaled(i8(8), Infinity))).toBe(false);
  expect(supportsPair(f32(8), scaled(f32(8), 0.01))).toBe(false);
});
