import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rescore } from './score-rows';

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 });
const pairs = scores.chain((coarse) =>
  fc.record({
    coarse: fc.constant(Float32Array.from(coarse)),
    fine: fc
      .array(fc.integer({ min: -99, max: 99 }), { minLength: coarse.length, maxLength: coarse.length })
      .map((numbers) => Float32Array.from(numbers)),
    best: fc.integer({ min: 1, max: 40 }),
  }),
);

function rescored({ coarse, fine, best }: { coarse: Float32Array; fine: Float32Array; best: number }) {
  const out = new Float64Array(coarse.length);
  rescore(coarse, fine, best, out);
  return out;
}

test('candidates that are scored again stand before all others, in the order of the finer scores', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const { coarse, fine, best } = given;
      const out = rescored(given);
      const last = [...coarse].sort((a, b) => b - a)[Math.min(best, coarse.length) - 1];
      for (const i of coarse.keys()) {
        for (const j of coarse.keys()) {
          const [a, b] = [coarse[i] >= last, coarse[j] >= last];
          const expected =
            a && b ? fine[i] - fine[j] : a || b ? Number(a) - Number(b) : coarse[i] - coarse[j];
          expect(Math.sign(out[i] - out[j])).toBe(Math.sign(expected));
        }
      }
    }),
  );
});

test('as many as there are candidates: the order is that of the finer scores alone', () => {
  fc.assert(
    fc.property(pairs, ({ coarse, fine }) => {
      const out = rescored({ coarse, fine, best: coarse.length });
      const order = (numbers: ArrayLike<number>) =>
        Array.from(numbers, (x) => Array.from(numbers).filter((y) => y > x).length);
      expect(order(out)).toEqual(order(fine));
    }),
  );
});

test('fine scores keep all their digits beside those of candidates that are not scored again', () => {
  const fine = Float32Array.of(1, 1 + 2 ** -20, -(2 ** 24));
  const out = rescored({ coarse: Float32Array.of(3, 3, 3), fine, best: 1 });
  expect(out[1]).toBeGreaterThan(out[0]);
  expect(out[0]).toBeGreaterThan(out[2]);
});
