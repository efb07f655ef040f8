import { InputError } from '../../lib/errors';
import { type NpyArray, parseNpz } from '../../lib/npy/npz';
import { LARGEST_HALF } from '../../math/float16';
import { type Matrix, matrix } from '../../math/matrix';
import { firstBeyond } from '../../math/scan';

export interface GivenEmbeddings {
  /** By dimension: texts × dim and images × dim, in the file's number format; halves become single precision. */
  readonly given: Readonly<Record<number, { readonly text: Matrix; readonly image: Matrix }>>;
  /** The image row of each text row. */
  readonly imageOf: Uint32Array;
}

/**
 * Reads an npz of embeddings as `embeddingsNpz` and the reference pipeline write it (PROTOCOL §8).
 * @throws InputError that names the array: missing, of another shape or number format, with a number that is not finite
 *   or exceeds half precision, or a ground truth that is no image row
 */
export function readEmbeddings(bytes: Uint8Array): GivenEmbeddings {
  const arrays = parseNpz(bytes, (name) => /^(text|video)_\d+$|^ground_truth$/.test(name));
  const dims = dimensionsOf(arrays);
  const given = Object.fromEntries(
    dims.map((dim) => [
      dim,
      { text: matrixOf(arrays, `text_${dim}`, dim), image: matrixOf(arrays, `video_${dim}`, dim) },
    ]),
  );
  const first = given[dims[0]];
  for (const dim of dims) {
    requireRows(`text_${dim}`, given[dim].text.rows, `text_${dims[0]}`, first.text.rows);
    requireRows(`video_${dim}`, given[dim].image.rows, `video_${dims[0]}`, first.image.rows);
  }
  return { given, imageOf: imageRows(arrays.ground_truth, first.text.rows, first.image.rows) };
}

/** The dimensions in the names of the arrays, ascending. */
function dimensionsOf(arrays: Readonly<Record<string, NpyArray>>): number[] {
  const named = Object.keys(arrays).map((name) => /^(?:text|video)_([1-9]\d*)$/.exec(name)?.[1]);
  const dims = new Set(named.filter((dim) => dim !== undefined).map(Number));
  if (dims.size > 0) return [...dims].sort((a, b) => a - b);
  const names = Object.keys(arrays).join(', ') || 'none';
  throw new InputError(`The npz needs arrays such as text_512 and video_512, but has ${names}.`);
}

function matrixOf(arrays: Readonly<Record<string, NpyArray>>, name: string, dim: number): Matrix {
  const array = arrays[name];
  if (array === undefined)
    throw new InputError(`The npz has no ${name}: texts and images need the same dimensions.`);
  const [rows, cols] = array.shape;
  if (array.shape.length !== 2 || cols !== dim || rows === 0) {
    throw new InputError(`${name} has the shape (${array.shape.join(', ')}): expected (rows, ${dim}).`);
  }
  const vectors = matrix(rows, cols, floats(array, name));
  const bad = firstBeyond(vectors, LARGEST_HALF);
  if (bad >= 0) {
    const value = vectors.data[bad];
    const fault = Number.isFinite(value)
      ? `more than half precision can hold (${LARGEST_HALF}); bring the vectors to unit length`
      : 'not a finite number';
    throw new InputError(
      `${name}, row ${Math.floor(bad / cols)}, column ${bad % cols} is ${value}: ${fault}.`,
    );
  }
  return vectors;
}

function floats({ dtype, data }: NpyArray, name: string): Float32Array | Float64Array {
  if (data instanceof Float32Array || data instanceof Float64Array) return data;
  throw new InputError(`${name} is of type ${dtype}: expected float16, float32 or float64.`);
}

function requireRows(name: string, rows: number, other: string, wanted: number): void {
  if (rows !== wanted) throw new InputError(`${name} has ${rows} rows, but ${other} has ${wanted}.`);
}

function imageRows(truth: NpyArray | undefined, texts: number, images: number): Uint32Array {
  if (truth === undefined)
    throw new InputError(
      'The npz has no ground_truth array, which must give the image row of each text row.',
    );
  if (truth.shape.length !== 1) {
    throw new InputError(`ground_truth has the shape (${truth.shape.join(', ')}): expected (${texts}).`);
  }
  requireRows('ground_truth', truth.shape[0], 'text', texts);
  const rows = Array.from<number | bigint, number>(truth.data, (value, text) => {
    const image = Number(value);
    if (!Number.isInteger(image) || image < 0 || image >= images) {
      throw new InputError(`ground_truth[${text}] is ${value}: expected an image row, 0 … ${images - 1}.`);
    }
    return image;
  });
  return Uint32Array.from(rows);
}
