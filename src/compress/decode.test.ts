import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHalf, toHalf } from '../math/float16';
import { dot, matrix, row, type Matrix } from '../math/matrix';
import { CALIBRATIONS } from '../protocol/compression';
import { PlainKernels } from '../kernels/plain/plain';
import { decodeRow } from './decode';
import { plainPacking } from './plain-packing';
import type { QuantiserOptions } from './quantiser';
import { QUANTISERS } from './quantisers';

const DIMS = 35;
const options = fc.record<QuantiserOptions>({
  calibration: fc.constantFrom(...CALIBRATIONS),
  centre: fc.boolean(),
  query: fc.constant('float'),
  keepType: fc.constant(false),
});
const vectors = (rows: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: rows * DIMS, maxLength: rows * DIMS })
    .map((numbers) => matrix(rows, DIMS, Float32Array.from(numbers)));

const decoded = (name: keyof typeof QUANTISERS, side: Matrix, chosen: QuantiserOptions) => {
  const packed = QUANTISERS[name].gallery(side, chosen, plainPacking);
  const means = QUANTISERS[name].keepsCentre && chosen.centre ? plainPacking.columnMeans(side) : undefined;
  return Array.from({ length: side.rows }, (_, r) => decodeRow(packed, r, new Float64Array(DIMS), means));
};

test('floats stand for themselves, halves for the nearest half, bits for their signs', () => {
  fc.assert(
    fc.property(vectors(3), options, (side, chosen) => {
      decoded('fp32', side, chosen).forEach((one, r) =>
        expect([...one]).toEqual(Array.from(row(side, r), (x) => x + 0)),
      );
      decoded('fp16', side, chosen).forEach((one, r) =>
        expect([...one]).toEqual(Array.from(row(side, r), (x) => fromHalf(toHalf(x)) + 0)),
      );
      decoded('binary', side, { ...chosen, centre: false }).forEach((one, r) =>
        expect([...one]).toEqual(Array.from(row(side, r), (x) => (x > 0 ? 1 : -1))),
      );
    }),
  );
});

test.each(['int8', 'int4'] as const)(
  '%s: a query ranks what the codes stand for as the kernels rank the codes',
  (name) => {
    const kernels = new PlainKernels();
    fc.assert(
      fc.property(vectors(6), vectors(1), options, (side, asked, chosen) => {
        const gallery = QUANTISERS[name].gallery(side, chosen, plainPacking);
        const queries = QUANTISERS[name].queries(asked, gallery, chosen, plainPacking);
        const scores = kernels.scores(
          { packed: queries, from: 0, to: 1 },
          { packed: gallery, from: 0, to: side.rows },
        );
        const products = decoded(name, side, chosen).map((one) => dot(row(asked, 0), one));
        // The kernel's scores leave out query · mean, which all gallery rows share.
        products.forEach((product, r) => expect(product - products[0]).toBeCloseTo(scores[r] - scores[0], 4));
      }),
    );
  },
);

test('an int8 code stands for a number within half a step of the one it was made of', () => {
  fc.assert(
    fc.property(vectors(5), fc.boolean(), (side, centre) => {
      const chosen: QuantiserOptions = { calibration: 'dimension', centre, query: 'float', keepType: false };
      const { columnScales } = QUANTISERS.int8.gallery(side, chosen, plainPacking);
      decoded('int8', side, chosen).forEach((one, r) =>
        one.forEach((x, c) =>
          expect(Math.abs(x - row(side, r)[c])).toBeLessThanOrEqual(columnScales![c] * 0.5001 + 1e-7),
        ),
      );
    }),
  );
});
