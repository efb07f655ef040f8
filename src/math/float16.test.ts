import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/float16.json';
import { fromHalf, fromHalves, halves, toHalf } from './float16';
import { defaultRng } from './random/generator';

const digest = (values: Uint16Array | Float32Array) => createHash('sha256').update(values).digest('hex');
const numberOf = (python: string) => Number(python.replace('inf', 'Infinity'));
const everyHalf = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
const LARGEST = 0x7bff;

describe('toHalf', () => {
  it.each(fixture.cases)('rounds $value as NumPy does', ({ value, bits }) => {
    expect(toHalf(numberOf(value))).toBe(bits);
  });

  it("makes every NaN NumPy's", () => {
    expect(toHalf(NaN)).toBe(fixture.nan);
  });

  it('sends the midpoint of two neighbours to the even one, and anything nearer to the nearer', () => {
    for (let bits = 0; bits < LARGEST; bits++) {
      const low = fromHalf(bits);
      const high = fromHalf(bits + 1);
      const middle = (low + high) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      const found = [middle, -middle, middle * (1 - 2 ** -50), middle * (1 + 2 ** -50)].map(toHalf);
      if (found.join() !== [even, even | 0x8000, bits, bits + 1].join()) {
        expect.fail(`between ${low} and ${high}: ${found}`);
      }
    }
  });
});

describe('halves', () => {
  it("rounds doubles and singles once each, as NumPy's astype does", () => {
    const { seed, count, fromDouble, fromSingle } = fixture.spread;
    const spread = defaultRng(seed).standardNormal(new Float64Array(count));
    spread.forEach((value, i) => (spread[i] = value * 2 ** ((i % 45) - 28)));
    expect(digest(halves(spread))).toBe(fromDouble);
    expect(digest(halves(Float32Array.from(spread)))).toBe(fromSingle);
  });

  it('gives every half back that is a number', () => {
    const numbers = everyHalf.filter((bits) => !Number.isNaN(fromHalf(bits)));
    expect(halves(fromHalves(numbers))).toEqual(numbers);
  });
});

describe('fromHalves', () => {
  it('decodes all 65,536 as NumPy does', () => {
    const decoded = fromHalves(everyHalf);
    const numbers = decoded.filter((value) => !Number.isNaN(value));
    expect(decoded.length - numbers.length).toBe(fixture.nans);
    expect(digest(numbers)).toBe(fixture.decoded);
  });

  it('agrees with fromHalf for every half', () => {
    expect([...fromHalves(everyHalf)]).toEqual([...everyHalf].map(fromHalf));
  });
});
