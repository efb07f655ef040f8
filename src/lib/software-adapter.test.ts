import { expect, test } from 'vitest';
import { isSoftwareAdapter } from './software-adapter';

const adapter = (vendor: string, architecture = '', description = '') => ({
  vendor,
  architecture,
  description,
});

test.each([
  adapter('google', 'swiftshader'),
  adapter('mesa', '', 'llvmpipe (LLVM 15.0.6, 256 bits)'),
  adapter('mesa', 'lavapipe'),
  adapter('microsoft', '', 'Microsoft Basic Render Driver'),
  { ...adapter('unknown'), isFallbackAdapter: true },
])('$vendor $architecture $description is software', (info) => {
  expect(isSoftwareAdapter(info)).toBe(true);
});

test.each([
  adapter('nvidia', 'ampere', 'NVIDIA GeForce RTX 3060'),
  adapter('apple', 'metal-3'),
  adapter('intel', 'gen-12lp', 'Mesa Intel(R) Xe Graphics'),
  { ...adapter('', '', ''), isFallbackAdapter: false },
])('$vendor $architecture $description is hardware', (info) => {
  expect(isSoftwareAdapter(info)).toBe(false);
});
