import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/generator.json';
import { Pcg64 } from './pcg64';

const hex = (word: number) => word.toString(16).padStart(8, '0');

describe('Pcg64', () => {
  it.each(fixture.seeds)("draws NumPy's 64-bit words from seed $seed", ({ seed, raw }) => {
    const generator = new Pcg64(BigInt(seed));
    const drawn = raw.map(() => {
      generator.next64();
      return hex(generator.hi) + hex(generator.lo);
    });
    expect(drawn).toEqual(raw);
  });

  it.each(fixture.seeds.filter((s) => s.state))(
    "starts in NumPy's state from seed $seed",
    ({ seed, state }) => {
      expect(new Pcg64(BigInt(seed)).state()).toEqual({ ...state, spare: undefined });
    },
  );

  it("draws NumPy's doubles to the last bit", () => {
    const { seed, count, first, sha256 } = fixture.doubles;
    const generator = new Pcg64(seed);
    const drawn = Float64Array.from({ length: count }, () => generator.nextDouble());
    expect([...drawn.subarray(0, first.length)]).toEqual(first);
    expect(createHash('sha256').update(drawn).digest('hex')).toBe(sha256);
  });

  it('gives a 64-bit draw as its lower, then its upper half', () => {
    const whole = new Pcg64(5);
    const halved = new Pcg64(5);
    for (let i = 0; i < 10; i++) {
      whole.next64();
      expect([halved.nextUint32(), halved.nextUint32()]).toEqual([whole.lo, whole.hi]);
    }
  });

  it('keeps a buffered half over draws of 64 bits', () => {
    const generator = new Pcg64(5);
    generator.nextUint32();
    const spare = generator.hi;
    generator.next64();
    generator.nextDouble();
    expect(generator.nextUint32()).toBe(spare);
  });

  it('goes on from its state as if it had never stopped, a buffered half included', () => {
    const generator = new Pcg64(9);
    for (let i = 0; i < 7; i++) generator.nextUint32();
    const copy = Pcg64.from(structuredClone(generator.state()));
    expect(copy.state()).toEqual(generator.state());
    for (let i = 0; i < 5; i++) expect(copy.nextUint32()).toBe(generator.nextUint32());
  });
});
