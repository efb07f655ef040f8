import type { Format, Packed } from '../../compress/packed';

/** How a format lies in GPU memory: rows of whole chunks, one shader load each, padded with zeros. */
interface Layout {
  readonly dimsPerChunk: number;
  readonly bytesPerChunk: number;
}

/** f64 is absent: shaders have no such numbers. Half bytes become bytes in the shader, 16 of them from 8 bytes. */
const LAYOUTS: Readonly<Partial<Record<Format, Layout>>> = {
  f32: { dimsPerChunk: 4, bytesPerChunk: 16 },
  f16: { dimsPerChunk: 8, bytesPerChunk: 16 },
  i8: { dimsPerChunk: 16, bytesPerChunk: 16 },
  i4: { dimsPerChunk: 16, bytesPerChunk: 8 },
  bits: { dimsPerChunk: 128, bytesPerChunk: 16 },
};

/** Chunks and bytes of one row on the GPU. Throws a TypeError for a format that has no layout. */
export function rowSize({ format, cols }: Packed): { readonly chunks: number; readonly bytes: number } {
  const layout = LAYOUTS[format];
  if (!layout) throw new TypeError(`Vectors in ${format} have no layout on a GPU.`);
  const chunks = Math.ceil(cols / layout.dimsPerChunk);
  return { chunks, bytes: chunks * layout.bytesPerChunk };
}

/** Rows from … to − 1 as the GPU stores them: as they are where nothing has to be padded, else a copy. */
export function gpuRows(packed: Packed, from: number, to: number): Uint8Array {
  const { codes, stride } = packed;
  const bytes = new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength);
  const source = stride * codes.BYTES_PER_ELEMENT;
  const target = rowSize(packed).bytes;
  if (source === target) return bytes.subarray(from * source, to * source);
  const padded = new Uint8Array((to - from) * target);
  for (let row = from; row < to; row++) {
    padded.set(bytes.subarray(row * source, (row + 1) * source), (row - from) * target);
  }
  return padded;
}
