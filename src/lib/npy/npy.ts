import { fromHalves, halves } from '../../math/float16';
import { InputError } from '../errors';
import { parseNpyHeader, type NpyHeader } from './npy-header';

/** How the numbers of each NumPy type are held in memory: halves are widened, booleans are 0 and 1. */
interface DataOf {
  b1: Uint8Array;
  i1: Int8Array;
  u1: Uint8Array;
  i2: Int16Array;
  u2: Uint16Array;
  i4: Int32Array;
  u4: Uint32Array;
  i8: BigInt64Array;
  u8: BigUint64Array;
  f2: Float32Array;
  f4: Float32Array;
  f8: Float64Array;
}
export type Dtype = keyof DataOf;

/** An array as NumPy stores it: `data` in row-major (C) order, as many numbers as the product of `shape`. */
export type NpyArray = {
  [D in Dtype]: { readonly dtype: D; readonly shape: readonly number[]; readonly data: DataOf[D] };
}[Dtype];

/** The type of the bytes in the file, before halves are widened. */
const STORED = {
  b1: Uint8Array,
  i1: Int8Array,
  u1: Uint8Array,
  i2: Int16Array,
  u2: Uint16Array,
  i4: Int32Array,
  u4: Uint32Array,
  i8: BigInt64Array,
  u8: BigUint64Array,
  f2: Uint16Array,
  f4: Float32Array,
  f8: Float64Array,
};

function isDtype(type: string): type is Dtype {
  return Object.hasOwn(STORED, type);
}

/**
 * Reads one `.npy` file, versions 1 to 3, of either byte order and either memory order. `name` is what error messages
 * call it. Throws an InputError where the file is not whole, holds Python objects, or is of a type not in `Dtype`.
 *
 * Source: NumPy's numpy/lib/format.py (NEP 1).
 */
export function parseNpy(bytes: Uint8Array, name = 'The .npy file'): NpyArray {
  const header = parseNpyHeader(bytes, name);
  const dtype = header.type;
  if (dtype === 'O') {
    throw new InputError(
      `${name} holds pickled Python objects, which are never read: save plain numbers instead.`,
    );
  }
  if (!isDtype(dtype)) {
    throw new InputError(
      `${name} is of NumPy type "${dtype}"; supported are ${Object.keys(STORED).join(', ')}.`,
    );
  }
  const { shape } = header;
  const size = STORED[dtype].BYTES_PER_ELEMENT;
  const expected = shape.reduce((product, length) => product * length, size);
  const found = bytes.length - header.dataOffset;
  if (expected !== found) {
    throw new InputError(
      `${name} should hold (${shape.join(', ')}) numbers of ${size} bytes, ${expected} in all, but holds ${found}: ` +
        'it is incomplete or damaged. Save it again.',
    );
  }
  const buffer = inNativeOrder(bytes.slice(header.dataOffset), size, header);
  const data = dtype === 'f2' ? fromHalves(new Uint16Array(buffer)) : new STORED[dtype](buffer);
  return { dtype, shape, data } as NpyArray;
}

/** The bytes in little-endian, which all machines that run browsers use, and in row-major order. */
function inNativeOrder(bytes: Uint8Array<ArrayBuffer>, size: number, header: NpyHeader): ArrayBuffer {
  if (header.bigEndian)
    for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  if (!header.fortranOrder || header.shape.length < 2) return bytes.buffer;
  const { buffer } = bytes;
  if (size === 1) return rowMajor(bytes, 1, header.shape).buffer;
  if (size === 2) return rowMajor(new Uint16Array(buffer), 1, header.shape).buffer;
  return rowMajor(new Uint32Array(buffer), size / 4, header.shape).buffer;
}

/** Entries of `words` words each, moved from the order where the first index runs fastest to where the last does. */
function rowMajor<A extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  source: A,
  words: number,
  shape: readonly number[],
): A {
  const target = source.slice() as A;
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, n) => product * n, words));
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < target.length; to += words) {
    for (let word = 0; word < words; word++) target[to + word] = source[from + word];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis];
      if (++index[axis] < shape[axis]) break;
      from -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return target;
}

/**
 * Writes one `.npy` file (version 1.0, little-endian, row-major) that `numpy.load` reads. Numbers given for `f2` are
 * rounded to the nearest half. Throws a RangeError where the count of numbers is not the product of the shape.
 */
export function writeNpy<D extends Dtype>(dtype: D, shape: readonly number[], data: DataOf[D]): Uint8Array {
  const count = shape.reduce((product, length) => product * length, 1);
  if (data.length !== count) {
    throw new RangeError(
      `An array of shape (${shape.join(', ')}) needs ${count} numbers, not ${data.length}.`,
    );
  }
  const stored = dtype === 'f2' && data instanceof Float32Array ? halves(data) : data;
  const order = STORED[dtype].BYTES_PER_ELEMENT === 1 ? '|' : '<';
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${order}${dtype}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length take 10 bytes; the header is padded so that the numbers begin at a multiple of 64.
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const out = new Uint8Array(10 + length + stored.byteLength);
  out.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 0xff, length >>> 8]);
  out.set(
    Array.from(text.padEnd(length - 1) + '\n', (letter) => letter.charCodeAt(0)),
    10,
  );
  out.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength), 10 + length);
  return out;
}
