import { expect } from 'vitest';

/**
 * Vitest compares typed arrays element by element, which takes most of the time of tests that compare millions of
 * numbers. Arrays with equal bytes are equal; all others are left to Vitest.
 */
function haveEqualBytes(a: unknown, b: unknown): true | undefined {
  if (!isTypedArray(a) || !isTypedArray(b) || a.constructor !== b.constructor) return undefined;
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0 ? true : undefined;
}

const isTypedArray = (value: unknown): value is NodeJS.TypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

// Test files share one process, and this file runs before each of them.
const INSTALLED = Symbol.for('haveEqualBytes');
const shared = globalThis as { [INSTALLED]?: true };
if (!shared[INSTALLED]) {
  shared[INSTALLED] = true;
  expect.addEqualityTesters([haveEqualBytes]);
}
