import { expect, test } from 'vitest';
import { describeAdapter } from './adapter';

const NONE = new Set<string>();

test('an adapter is named by all that it tells of itself', () => {
  const info = { vendor: 'intel', architecture: 'gen-12lp', description: '' };
  expect(describeAdapter(info, NONE, NONE)).toEqual({
    name: 'intel gen-12lp',
    fallback: false,
    halves: false,
    dot4: false,
  });
  expect(describeAdapter({ vendor: '', architecture: '', description: '' }, NONE, NONE).name).toBe(
    'unnamed adapter',
  );
});

test.each([
  { vendor: 'google', architecture: 'swiftshader', description: '' },
  { vendor: 'mesa', architecture: '', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' },
  { vendor: 'microsoft', architecture: '', description: 'Microsoft Basic Render Driver' },
  { vendor: 'any', architecture: '', description: '', isFallbackAdapter: true },
])('a program in place of a GPU is a fallback: $vendor', (info) => {
  expect(describeAdapter(info, NONE, NONE).fallback).toBe(true);
});

test('short cuts are taken from the names of features', () => {
  const info = { vendor: 'apple', architecture: 'metal-3', description: '' };
  const language = new Set(['packed_4x8_integer_dot_product']);
  expect(describeAdapter(info, new Set(['shader-f16']), language)).toMatchObject({
    halves: true,
    dot4: true,
  });
});
