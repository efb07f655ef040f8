import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitRows } from './unit-rows';

test('each row is over its length plus 1e-12, squares added in order, rounded to the type that is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (rows, cols, pool) => {
        const data = Float64Array.from({ length: rows * cols }, (_, i) => pool[i % pool.length]);
        const expected = data.map((x, i) => {
          const from = i - (i % cols);
          let squares = 0;
          for (const y of data.subarray(from, from + cols)) squares += y * y;
          return x / (Math.sqrt(squares) + 1e-12);
        });
        const out = { rows, cols, data: new Float32Array(rows * cols) };
        expect(unitRows({ rows, cols, data }, out)).toBe(out);
        expect(out.data).toEqual(Float32Array.from(expected));
        expect(unitRows({ rows, cols, data }).data).toEqual(expected);
      },
    ),
  );
});
