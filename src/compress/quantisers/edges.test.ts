import { describe, expect, test } from 'vitest';
import type { Calibration, Precision } from '../choices';
import fixture from '../fixtures/edges.json';
import type { QuantiserOptions } from '../quantiser';
import { QUANTISERS } from './index';

const options: QuantiserOptions = { calibration: 'dimension', centre: true, query: 'int8', keepType: false };

describe.each(fixture.cases)(
  '$name: codes are those of NumPy',
  ({ dims, galleryValues, queryValues, ...coded }) => {
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
      const packed = quantiser.gallery(gallery, chosen);
      expect(Array.from(packed.codes, Number)).toEqual(expected.gallery);
      expect(Array.from(quantiser.queries(queries, packed, chosen).codes, Number)).toEqual(expected.queries);
    });

    test.each(coded.binary)('sign bits, centred $centre', ({ centre, ...expected }) => {
      const packed = QUANTISERS.binary.gallery(gallery, { ...options, centre });
      expect([...packed.codes]).toEqual(expected.gallery);
      const asked = QUANTISERS.binary.queries(queries, packed, { ...options, centre });
      expect([...asked.codes]).toEqual(expected.queries);
    });
  },
);
