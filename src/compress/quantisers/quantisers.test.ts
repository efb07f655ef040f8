import { describe, expect, test } from 'vitest';
import { openKernels } from '../../../tools/kernels/open';
import type { Calibration, Precision, QueryFormat } from '../../protocol/compression';
import fixture from '../fixtures/quantisers.json';
import type { Packed } from '../packed';
import { bytesOf } from '../packed';
import { plainPacking } from '../plain-packing';
import type { QuantiserOptions } from '../quantiser';
import { encodeList, rowRanges, union } from '../range-codes';
import { QUANTISERS } from './index';

const { rows, queryRows, dims } = fixture;
const gallery = { rows, cols: dims, data: Float32Array.from(fixture.gallery) };
const queries = { rows: queryRows, cols: dims, data: Float32Array.from(fixture.queries) };
const options: QuantiserOptions = {
  calibration: 'dimension',
  centre: true,
  query: 'int8',
  keepType: false,
};

/** Codes of int8 or of packed int4, by shifts of their own. */
function codeAt(packed: Packed, r: number, c: number): number {
  if (packed.format === 'i8') return packed.codes[r * packed.stride + c];
  const nibble = (packed.codes[r * packed.stride + Math.floor(c / 2)] >> (c % 2 ? 4 : 0)) & 15;
  return nibble < 8 ? nibble : nibble - 16;
}

function scores(q: Packed, g: Packed): number[][] {
  return Array.from({ length: q.rows }, (_, i) =>
    Array.from({ length: g.rows }, (_, r) => {
      let sum = 0;
      for (let c = 0; c < dims; c++) sum += codeAt(q, i, c) * codeAt(g, r, c);
      return sum;
    }),
  );
}

describe.each([
  ['plain TypeScript', plainPacking],
  ['WebAssembly SIMD', openKernels('simd').packing],
])('packed by %s', (_, packing) => {
  describe('integer codes are those NumPy packs', () => {
    test.each(fixture.integer)('$precision by $calibration, centred $centre, query $query', (expected) => {
      const quantiser = QUANTISERS[expected.precision as Precision];
      const chosen = {
        ...options,
        calibration: expected.calibration as Calibration,
        centre: expected.centre,
        query: expected.query as QueryFormat,
      };
      const packed = quantiser.gallery(gallery, chosen, packing);
      expect([...packed.codes]).toEqual(expected.gallery);
      const scales = packed.rowScales ?? packed.columnScales;
      if (expected.calibration === 'global') expect(scales).toBeUndefined();
      else expect([...scales!]).toEqual(expected.scales);
      expect([...quantiser.queries(queries, packed, chosen, packing).codes]).toEqual(expected.queries);
    });
  });

  describe('the reference codes', () => {
    test.each(fixture.reference)('$precision of $type vectors score as NumPy scores them', (expected) => {
      const quantiser = QUANTISERS[expected.precision as Precision];
      const typed = ({ data, ...shape }: typeof gallery) =>
        expected.type === 'float32'
          ? { ...shape, data: data.map((x) => x * Math.fround(1.1)) }
          : { ...shape, data: Float64Array.from(data, (x) => x * 1.1) };
      const packed = quantiser.gallery(typed(gallery), options, packing);
      const q = quantiser.queries(typed(queries), packed, options, packing);
      const pool = Uint32Array.from(fixture.pool);
      const coded = { vectors: typed(gallery), levels: quantiser.pooledLevels! };
      const range = union(rowRanges(coded.vectors), pool);
      expect(scores(q, encodeList(coded, pool, range))).toEqual(expected.pool);

      const whole = scores(q, packed);
      // Packed nibbles leave out what all scores of a query share: compare differences to the first.
      const differences = (table: readonly (readonly number[])[]) =>
        table.map((scored) => scored.map((score) => score - scored[0]));
      expect(differences(whole)).toEqual(differences(expected.whole));
    });
  });

  test('halves are those NumPy stores', () => {
    expect([...QUANTISERS.fp16.gallery(gallery, options, packing).codes]).toEqual(fixture.fp16);
  });

  test('sign bits are those above the mean, or above zero where nothing is centred', () => {
    const { binary } = QUANTISERS;
    for (const centre of [true, false]) {
      const expected = fixture.binary[`${centre}`];
      const packed = binary.gallery(gallery, { ...options, centre }, packing);
      expect([...packed.codes]).toEqual(expected.gallery);
      expect([...binary.queries(queries, packed, { ...options, centre }, packing).codes]).toEqual(
        expected.queries,
      );
    }
  });

  test('double precision is kept only where vectors keep their type', () => {
    const doubles = { ...gallery, data: Float64Array.from(gallery.data) };
    expect(QUANTISERS.fp32.gallery(doubles, options, packing).codes).toBeInstanceOf(Float32Array);
    expect(QUANTISERS.fp32.gallery(doubles, { ...options, keepType: true }, packing).codes).toBeInstanceOf(
      Float64Array,
    );
  });

  test('bytes of a precision are its bits a number, and 4 bytes for each scale', () => {
    const wide = { rows: 10, cols: 64, data: new Float32Array(640).map((_, i) => Math.sin(i)) };
    const bytes = (precision: Precision, calibration: Calibration = 'global') =>
      bytesOf(QUANTISERS[precision].gallery(wide, { ...options, calibration }, packing));
    expect(bytes('fp32')).toBe(640 * 4);
    expect(bytes('fp16')).toBe(640 * 2);
    expect(bytes('int8')).toBe(640);
    expect(bytes('int4')).toBe(320);
    expect(bytes('int4', 'dimension')).toBe(320 + 64 * 4);
    expect(bytes('int4', 'vector')).toBe(320 + 10 * 4);
    expect(bytes('binary')).toBe(80);
    expect(bytes('reference-int8')).toBe(640);
    expect(bytes('reference-int4')).toBe(320);
  });
});
