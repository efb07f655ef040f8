import { InputError } from '../errors';

/** The header of a `.npy` file. */
export interface NpyHeader {
  /** NumPy's letter and bytes per number: f4, i8, U12 …; O for Python objects. */
  readonly type: string;
  readonly bigEndian: boolean;
  /** True where the first index runs fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin, in bytes. */
  readonly dataOffset: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** NumPy writes headers of about 120 bytes and by default refuses to read any longer than this. */
export const MAX_NPY_HEADER_BYTES = 10000;

/** A Python dictionary of the three keys in any order, and nothing else. */
const ENTRY =
  /\s*'(descr|fortran_order|shape)'\s*:\s*('[^'\\]*'|\[[^\]]*\]|True|False|\([\d,\s]*\))\s*(,|(?=\}))/y;
const DESCR = /^'([<>|=])([a-zA-Z])(\d*)'$/;
const SHAPE = /^\(\s*(?:(?:\d+\s*,\s*)+(?:\d+\s*)?)?\)$/;

/** Reads the header of a `.npy` file; `name` is what messages call it. Throws an InputError for anything else. */
export function parseNpyHeader(bytes: Uint8Array, name: string): NpyHeader {
  const { text, dataOffset } = headerText(bytes, name);
  const fields = dictionary(text, name);

  const descr = fields.get('descr') ?? '';
  if (descr.startsWith('[')) {
    throw new InputError(
      `${name} is a structured array (${descr.slice(0, 60)}): save each field as a separate array.`,
    );
  }
  const parts = DESCR.exec(descr);
  const fortran = fields.get('fortran_order');
  const tuple = fields.get('shape') ?? '';
  if (!parts || (fortran !== 'True' && fortran !== 'False') || !SHAPE.test(tuple))
    throw unreadable(text, name);

  const shape = (tuple.match(/\d+/g) ?? []).map(Number);
  const count = shape.reduce((product, length) => product * length, 1);
  if (!shape.every(Number.isSafeInteger) || !Number.isSafeInteger(count * 8)) {
    throw new InputError(`${name} declares the shape ${tuple}, which is too large.`);
  }
  return {
    type: parts[2] + parts[3],
    bigEndian: parts[1] === '>',
    fortranOrder: fortran === 'True',
    shape,
    dataOffset,
  };
}

function headerText(bytes: Uint8Array, name: string): { text: string; dataOffset: number } {
  if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new InputError(`${name} is not a .npy file: it does not begin with NumPy's magic bytes.`);
  }
  const version = bytes[6];
  if (version < 1 || version > 3) {
    throw new InputError(
      `${name} is a .npy file of version ${version}.${bytes[7]}; versions 1 to 3 can be read.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = version === 1 ? 10 : 12;
  if (length > MAX_NPY_HEADER_BYTES)
    throw new InputError(`${name} has a header of ${length} bytes, which is implausibly long.`);
  if (start + length > bytes.length) {
    throw new InputError(`${name} was cut short: it ends within its header. Save it again.`);
  }
  const text = String.fromCharCode(...bytes.subarray(start, start + length));
  return { text, dataOffset: start + length };
}

/** The source text of each value, by key. */
function dictionary(text: string, name: string): Map<string, string> {
  const body = text.trim();
  if (!body.startsWith('{') || !body.endsWith('}')) throw unreadable(text, name);
  const fields = new Map<string, string>();
  ENTRY.lastIndex = 1;
  let end = 1;
  for (let entry = ENTRY.exec(body); entry; entry = ENTRY.exec(body)) {
    if (fields.has(entry[1])) throw new InputError(`${name} names "${entry[1]}" twice in its header.`);
    fields.set(entry[1], entry[2]);
    end = ENTRY.lastIndex;
  }
  if (body.slice(end).trim() !== '}' || fields.size !== 3) throw unreadable(text, name);
  return fields;
}

function unreadable(text: string, name: string): InputError {
  return new InputError(
    `${name} has a header that NumPy does not write: ${JSON.stringify(text.trim().slice(0, 120))}. Save it again.`,
  );
}
