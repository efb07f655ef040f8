import { describe, expect, test } from 'vitest';
import { openKernels } from '../../../tools/kernels/open';
import type { Calibration, Precision } from '../../protocol/compression';
import fixture from '../fixtures/edges.json';
import { plainPacking } from '../plain-packing';
import type { QuantiserOptions } from '../quantiser';
import { QUANTISERS } from './index';

const options: QuantiserOptions = { calibration: 'dimension', centre: true, query: 'int8', keepType: false };

const packings = { plain: plainPacking, SIMD: openKernels('simd').packing };
const cases = (['plain', 'SIMD'] as const).flatMap((by) => fixture.cases.map((one) => ({ by, ...one })));

describe.each(cases)(
  '$name, packed by $by: codes are those of NumPy',
  ({ by, dims, galleryValues, queryValues, ...coded }) => {
    const packing = packings[by];
    const matrix = (values: readonly number[]) => ({
      rows: values.length / dims,
      cols: dims,
      data: Float32Array.from(values),
    });
    const gallery = matrix(galleryValues);
    const queries = matrix(queryValues);

    test.each(coded.integer)('$precision by $calibration, centred $centre', (expected) => {
      const quantiser = QUANTISERS[expected.precision as Precision];
      const chosen = {
        ...options,
        calibration: expected.calibration as Calibration,
        centre: expected.centre,
      };
      const packed = quantiser.gallery(gallery, chosen, packing);
      expect(Array.from(packed.codes, Number)).toEqual(expected.gallery);
      expect(Array.from(quantiser.queries(queries, packed, chosen, packing).codes, Number)).toEqual(
        expected.queries,
      );
    });

    test.each(coded.binary)('sign bits, centred $centre', ({ centre, ...expected }) => {
      const packed = QUANTISERS.binary.gallery(gallery, { ...options, centre }, packing);
      expect([...packed.codes]).toEqual(expected.gallery);
      const asked = QUANTISERS.binary.queries(queries, packed, { ...options, centre }, packing);
      expect([...asked.codes]).toEqual(expected.queries);
    });
  },
);
