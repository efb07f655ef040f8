import { InputError } from '../errors';
import { parseNpyHeader } from './npy-header';

/**
 * Reads a one-dimensional `.npy` of text: NumPy's `<U12` (UTF-32) and `|S12` (bytes, one a letter: Latin-1), without the zeros
 * that fill each text up.
 * @throws InputError where the file is not whole, of another type or shape, or holds no valid text
 */
export function parseNpyText(bytes: Uint8Array, name: string): string[] {
  const { type, shape, dataOffset, bigEndian } = parseNpyHeader(bytes, name);
  const parts = /^([US])(\d+)$/.exec(type);
  if (!parts || shape.length !== 1) throw new InputError(`${name} is no list of texts.`);
  const size = Number(parts[2]) * (parts[1] === 'U' ? 4 : 1);
  const found = bytes.length - dataOffset;
  if (found !== size * shape[0]) {
    throw new InputError(
      `${name} should hold ${shape[0]} texts of ${size} bytes, ${size * shape[0]} in all, but holds ${found}: ` +
        'it is incomplete or damaged. Save it again.',
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + dataOffset);
  return Array.from({ length: shape[0] }, (_, i) =>
    parts[1] === 'U'
      ? codePoints(view, i * size, size, bigEndian, `${name}, row ${i}`)
      : bytesAsText(bytes.subarray(dataOffset + i * size, dataOffset + (i + 1) * size)),
  );
}

const bytesAsText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/\0+$/, '');

function codePoints(view: DataView, at: number, size: number, bigEndian: boolean, where: string): string {
  let text = '';
  for (let end = at + size; at < end; at += 4) {
    const code = view.getUint32(at, !bigEndian);
    if (code > 0x10ffff) throw new InputError(`${where} holds ${code}, which is no character.`);
    text += String.fromCodePoint(code);
  }
  return text.replace(/\0+$/, '');
}

/** Writes texts as a one-dimensional `.npy` that `numpy.load` reads: `<U…`, as wide as the longest text. */
export function writeNpyText(texts: readonly string[]): Uint8Array {
  const points = texts.map((text) => Array.from(text, (letter) => letter.codePointAt(0)!));
  const width = points.reduce((most, { length }) => Math.max(most, length), 1);
  const header = `{'descr': '<U${width}', 'fortran_order': False, 'shape': (${texts.length},), }`;
  const length = Math.ceil((10 + header.length + 1) / 64) * 64 - 10;
  const out = new Uint8Array(10 + length + texts.length * width * 4);
  out.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 0xff, length >>> 8]);
  out.set(
    Array.from(header.padEnd(length - 1) + '\n', (letter) => letter.charCodeAt(0)),
    10,
  );
  const view = new DataView(out.buffer, 10 + length);
  points.forEach((codes, row) =>
    codes.forEach((code, i) => view.setUint32((row * width + i) * 4, code, true)),
  );
  return out;
}
