import { describe, expect, it } from 'vitest';
import { InputError } from '../errors';
import fixture from './fixtures/npy.json';
import { parseNpy, writeNpy } from './npy';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

/** A version 1.0 file with this header text and this many bytes of numbers. */
function npy(header: string, numbers: number, version = 1): Uint8Array {
  const text = header.padEnd(117) + '\n';
  const start = [0x93, ...Buffer.from('NUMPY'), version, 0, text.length, 0];
  return Uint8Array.from([...start, ...Buffer.from(text), ...new Uint8Array(numbers)]);
}

describe('parseNpy', () => {
  it.each(fixture.files)('reads what NumPy saved: $name', ({ file, dtype, shape, numbers }) => {
    const array = parseNpy(bytesOf(file));
    expect(array.dtype).toBe(dtype);
    expect(array.shape).toEqual(shape);
    const values = dtype === 'b1' ? numbers.map((truth) => Number(truth === 'True')) : numbers.map(Number);
    expect(Array.from<number | bigint, number>(array.data, Number)).toEqual(
      dtype === 'f4' ? values.map(Math.fround) : values,
    );
  });

  it('keeps 64-bit integers that a number cannot hold', () => {
    const file = fixture.files.find(({ dtype }) => dtype === 'u8')?.file ?? '';
    expect(parseNpy(bytesOf(file)).data).toEqual(BigUint64Array.of(0n, 2n ** 64n - 1n));
  });

  it('reads a file at an odd offset within other bytes', () => {
    const bytes = bytesOf(fixture.files[0].file);
    const around = new Uint8Array(bytes.length + 7);
    around.set(bytes, 3);
    expect(parseNpy(around.subarray(3, 3 + bytes.length))).toEqual(parseNpy(bytes));
  });

  it.each(fixture.refused)('refuses with its reason: $what', ({ what, file }) => {
    expect(() => parseNpy(bytesOf(file), 'a.npy')).toThrow(InputError);
    expect(() => parseNpy(bytesOf(file), 'a.npy')).toThrow(what);
  });

  it('refuses a file cut short at any byte, and one with extra bytes', () => {
    const bytes = writeNpy('f4', [2, 2], Float32Array.of(1, 2, 3, 4));
    for (let length = 0; length < bytes.length; length++) {
      expect(() => parseNpy(bytes.subarray(0, length)), `${length} bytes`).toThrow(InputError);
    }
    expect(() => parseNpy(Uint8Array.from([...bytes, 0]))).toThrow('16 in all, but holds 17');
  });

  it.each([
    ['code for a shape', "{'descr': '<f4', 'fortran_order': False, 'shape': (__import__('os'),), }"],
    ['a negative length', "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }"],
    ['a number for a shape', "{'descr': '<f4', 'fortran_order': False, 'shape': (1), }"],
    ['a shape without a comma', "{'descr': '<f4', 'fortran_order': False, 'shape': (1 1,), }"],
    ['a missing key', "{'descr': '<f4', 'shape': (1,), }"],
    ['an unknown key', "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': True, }"],
    ['a word for a truth', "{'descr': '<f4', 'fortran_order': '1', 'shape': (1,), }"],
    ['entries without a comma', "{'descr': '<f4' 'fortran_order': False, 'shape': (1,), }"],
    ['no byte order', "{'descr': 'f4', 'fortran_order': False, 'shape': (1,), }"],
    ['text after the dictionary', "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } or {}"],
    ['no dictionary', "['descr', '<f4', 'fortran_order', False, 'shape', (1,)]"],
  ])('refuses a header with %s', (_, header) => {
    expect(() => parseNpy(npy(header, 4))).toThrow(/a header that NumPy does not write/);
  });

  it('refuses a header that names a key twice', () => {
    const header = "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
    expect(() => parseNpy(npy(header, 4))).toThrow('names "descr" twice');
  });

  it('refuses a shape whose product is not a safe integer', () => {
    for (const shape of ['(4294967296, 4294967296)', '(99999999999999999999,)', '(0, 9007199254740993)']) {
      const header = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`;
      expect(() => parseNpy(npy(header, 4)), shape).toThrow('which is too large');
    }
  });

  it('refuses other magic bytes, another version, and a header longer than NumPy writes', () => {
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }";
    expect(() => parseNpy(npy(header, 4, 4))).toThrow('version 4.0');
    expect(() => parseNpy(npy(header, 4).fill(0x50, 0, 1))).toThrow(
      "does not begin with NumPy's magic bytes",
    );
    expect(() => parseNpy(npy(header, 4).fill(0xff, 8, 10))).toThrow('header of 65535 bytes');
  });
});

describe('writeNpy', () => {
  it.each(fixture.files.filter(({ name }) => /^[<|]/.test(name)))(
    'writes byte for byte what NumPy writes: $name',
    ({ file }) => {
      const bytes = bytesOf(file);
      const { dtype, shape, data } = parseNpy(bytes);
      expect(writeNpy(dtype, shape, data)).toEqual(bytes);
    },
  );

  it('starts the numbers at a multiple of 64 bytes for every shape', () => {
    for (const shape of [[], [0], [1, 1, 1], Array.from({ length: 32 }, () => 1)]) {
      const count = shape.reduce((product, length) => product * length, 1);
      const bytes = writeNpy('f8', shape, new Float64Array(count));
      expect((bytes.length - 8 * count) % 64).toBe(0);
      expect(parseNpy(bytes).shape).toEqual(shape);
    }
  });

  it('refuses numbers that do not fill the shape', () => {
    expect(() => writeNpy('f4', [2, 2], new Float32Array(3))).toThrow('needs 4 numbers, not 3');
  });
});
