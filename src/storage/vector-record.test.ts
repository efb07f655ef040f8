import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migratedRecord, recordOf, vectorOf } from './vector-record';

const unit = Float32Array.from({ length: 16 }, (_, i) => (i === 3 ? 0.6 : i === 7 ? -0.8 : 0));

test('a record gives its vector back', () => {
  expect(vectorOf(recordOf(unit))).toEqual(unit);
});

test('a vector that is a part of a larger buffer has the checksum of its own bytes', () => {
  const part = new Float32Array([9, ...unit, 9]).subarray(1, 17);
  expect(recordOf(part).crc32).toBe(recordOf(unit).crc32);
});

test('any changed bit is noticed', () => {
  fc.assert(
    fc.property(fc.nat(unit.byteLength * 8 - 1), (bit) => {
      const record = recordOf(unit.slice());
      new Uint8Array(record.vector.buffer)[bit >> 3] ^= 1 << (bit & 7);
      expect(vectorOf(record)).toBeUndefined();
    }),
  );
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'vector'],
  ['a vector without a checksum', unit],
  ['a shorter vector', { ...recordOf(unit), vector: unit.slice(0, 8) }],
  ['a longer vector', { ...recordOf(unit), vector: new Float32Array([...unit, 0]) }],
  ['an array of numbers', { ...recordOf(unit), vector: [...unit] }],
  ['double precision', { ...recordOf(unit), vector: new Float64Array(unit) }],
  ['NaN with the right checksum', recordOf(new Float32Array(16).fill(NaN))],
  ['zeros with the right checksum', recordOf(new Float32Array(16))],
  ['a vector of no length', recordOf(new Float32Array(0))],
])('%s is not a record', (_, value) => {
  expect(vectorOf(value)).toBeUndefined();
});

test('a unit vector of version 1 is migrated, anything else is not', () => {
  expect(vectorOf(migratedRecord(unit))).toEqual(unit);
  for (const old of [undefined, 'x', unit.slice(0, 5), new Float32Array(16).fill(NaN), [...unit]]) {
    expect(migratedRecord(old)).toBeUndefined();
  }
});
