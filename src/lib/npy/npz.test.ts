import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors';
import { WRITTEN } from './fixtures/written';
import readByNumpy from './fixtures/written.json';
import { writeNpy, type NpyArray } from './npy';
import { parseNpz, writeNpz } from './npz';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

/** All that an array is, as text. */
const contents = ({ dtype, shape, data }: NpyArray) =>
  [dtype, shape.join(' '), Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex')].join();

describe('parseNpz', () => {
  it.each(['npy.npz', 'npy-compressed.npz'])('reads what NumPy saved, compressed or not: %s', (name) => {
    const arrays = parseNpz(fixture(name));
    expect(Object.keys(arrays)).toEqual(['text_512', 'halves', 'ground_truth', 'cube', 'scalar', 'empty']);
    expect(arrays.text_512.dtype).toBe('f4');
    expect(arrays.text_512.shape).toEqual([3, 5]);
    expect(arrays.text_512.data[0]).toBe(Math.fround(0.12573022));
    expect([...arrays.halves.data]).toEqual([0, -0, 1, -2.5, 65504, 2 ** -24, Infinity]);
    expect(arrays.ground_truth.data).toEqual(BigInt64Array.of(2n, 0n, -1n, 2n ** 62n));
    expect(arrays.cube.shape).toEqual([2, 3, 4]);
    expect(arrays.scalar).toEqual({ dtype: 'f8', shape: [], data: Float64Array.of(0.1) });
    expect(arrays.empty).toEqual({ dtype: 'f4', shape: [0, 512], data: new Float32Array(0) });
  });

  it('reads only the arrays that are wanted', () => {
    const notes = new Uint8Array(4);
    const file = zipSync({ 'x.npy': writeNpy('f4', [1], Float32Array.of(7)), 'notes.npy': notes });
    expect(Object.keys(parseNpz(file, (name) => name === 'x'))).toEqual(['x']);
    expect(() => parseNpz(file)).toThrow('The array "notes" is not a .npy file');
  });

  it('refuses a file cut short at any place', () => {
    const bytes = fixture('npy-compressed.npz');
    for (let length = 0; length < bytes.length; length += 13) {
      expect(() => parseNpz(bytes.subarray(0, length)), `${length} bytes`).toThrow(InputError);
    }
  });

  it('refuses a file that would unpack to more than the limit, before unpacking it', () => {
    const bytes = zipSync({ 'x.npy': new Uint8Array(10) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 2 ** 31 + 1, true);
    expect(() => parseNpz(bytes)).toThrow('more than 2 GiB');
  });

  it.each(['npy.npz', 'npy-compressed.npz'])('a flipped bit never changes a number: %s', (name) => {
    const bytes = fixture(name);
    const whole = new Set(Object.values(parseNpz(bytes)).map(contents));
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] ^= 1 << (at % 8);
      try {
        for (const array of Object.values(parseNpz(flipped))) expect(whole).toContain(contents(array));
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(InputError);
      }
    }
  });

  it('names the damaged array', () => {
    const bytes = writeNpz({ good: WRITTEN.cube, bad: WRITTEN.text_3 });
    const single = new Uint8Array(WRITTEN.text_3.data.buffer);
    const at = bytes.findIndex((_, i) => single.every((byte, j) => bytes[i + j] === byte));
    bytes[at + 5] ^= 0x10;
    expect(() => parseNpz(bytes)).toThrow(InputError);
    expect(() => parseNpz(bytes)).toThrow('The array "bad" is damaged');
    expect(parseNpz(bytes, (name) => name === 'good')).toEqual({ good: WRITTEN.cube });
  });

  it('reads a zip file with a comment at its end', () => {
    const bytes = writeNpz({ cube: WRITTEN.cube });
    const comment = new TextEncoder().encode('PK saved by hand');
    const whole = Uint8Array.from([...bytes.subarray(0, -2), comment.length, 0, ...comment]);
    expect(parseNpz(whole)).toEqual({ cube: WRITTEN.cube });
  });

  it('refuses two arrays with one name', () => {
    const bytes = zipSync({ 'a.npy': new Uint8Array(1), 'b.npy': new Uint8Array(1) });
    bytes.forEach((byte, i) => {
      if (byte === 0x62 && bytes[i + 1] === 0x2e) bytes[i] = 0x61;
    });
    expect(() => parseNpz(bytes)).toThrow('holds "a.npy" twice');
  });

  it('refuses an entry that is not an array', () => {
    expect(() => parseNpz(zipSync({ 'readme.txt': new Uint8Array(1) }))).toThrow('"readme.txt"');
  });
});

describe('writeNpz', () => {
  it('writes what NumPy reads as it was given: type, shape and every number', () => {
    expect(writeNpz(WRITTEN)).toEqual(fixture('written.npz'));
    const { arrays } = readByNumpy;
    expect(Object.keys(arrays)).toEqual(Object.keys(WRITTEN));
    for (const [name, { dtype, shape, data }] of Object.entries(WRITTEN)) {
      const read = arrays[name as keyof typeof arrays];
      expect([read.dtype.slice(1), read.shape]).toEqual([dtype, shape]);
      const numbers = read.numbers.map((text) => (dtype === 'b1' ? Number(text === 'True') : Number(text)));
      expect(numbers).toEqual(Array.from<number | bigint, number>(data, Number));
    }
  });

  it('is read back as it was given, __proto__ included', () => {
    const arrays = Object.fromEntries(
      Object.entries(parseNpz(fixture('npy.npz'))).concat([
        ['__proto__', { dtype: 'u1', shape: [1], data: Uint8Array.of(5) }],
      ]),
    );
    expect(Object.entries(parseNpz(writeNpz(arrays)))).toEqual(Object.entries(arrays));
  });

  it('gives the same bytes for the same arrays', () => {
    const arrays = parseNpz(fixture('npy.npz'));
    expect(writeNpz(arrays)).toEqual(writeNpz(arrays));
  });
});
