import { InputError } from '../errors';
import type { Matrix } from '../math/matrix';
import { firstNotFinite, firstZeroRow } from '../math/scan';
import type { Relevance } from '../retrieval/relevance';
import { imageToText, textToImage } from '../retrieval/relevance';

/** Both sides of a run at one dimension. */
export interface Sides {
  readonly text: Matrix;
  readonly image: Matrix;
}

/** What a sweep evaluates. */
export interface EvaluationInput extends Sides {
  /** The right image row of each text row. */
  readonly imageOf: Uint32Array;
  /** Arrays of an npz by dimension: then these are evaluated as they are, and nothing is projected. */
  readonly given?: Readonly<Record<number, Sides>>;
}

export const DIRECTIONS = ['textToImage', 'imageToText'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What planning needs to know of an input; small enough to stay on the main thread. */
export interface InputSummary {
  readonly texts: number;
  readonly images: number;
  readonly baseDim: number;
  /** Texts of the image that has most. */
  readonly mostTexts: number;
  /** The dimensions that came as arrays; absent where vectors are projected. */
  readonly givenDims?: readonly number[];
}

/** The side that asks and the side that answers in a direction. */
export const SIDES = {
  textToImage: { query: 'text', gallery: 'image' },
  imageToText: { query: 'image', gallery: 'text' },
} as const;

export function relevanceOf({ imageOf, image }: EvaluationInput, direction: Direction): Relevance {
  return direction === 'textToImage' ? textToImage(imageOf, image.rows) : imageToText(imageOf, image.rows);
}

export function summarise(input: EvaluationInput): InputSummary {
  const texts = new Uint32Array(input.image.rows);
  for (const image of input.imageOf) texts[image]++;
  return {
    texts: input.text.rows,
    images: input.image.rows,
    baseDim: input.text.cols,
    mostTexts: texts.reduce((most, count) => Math.max(most, count), 0),
    ...(input.given && { givenDims: Object.keys(input.given).map(Number) }),
  };
}

/** The dimension that a reference file holds unprojected. */
const BASE_DIM = 512;

/**
 * The input that arrays of an npz make. Its base is 512 where it is there, else the largest dimension;
 * `groundTruth[i]` is the image row of text row i.
 */
export function inputFromArrays(
  given: Readonly<Record<number, Sides>>,
  groundTruth: Uint32Array,
): EvaluationInput {
  const dims = Object.keys(given).map(Number);
  if (dims.length === 0)
    throw new InputError('The file holds no embeddings: text_512 and video_512 are missing.');
  const base = given[dims.includes(BASE_DIM) ? BASE_DIM : Math.max(...dims)];
  return { ...base, imageOf: groundTruth, given };
}

/**
 * The same input with its texts in another order: text row i becomes text row order[i] of before. The reference
 * shuffles its query side so before it writes its file, and the order decides which pools its stream draws.
 */
export function reorderTexts(input: EvaluationInput, order: Uint32Array): EvaluationInput {
  const { cols, data } = input.text;
  const reordered = data.slice();
  order.forEach((from, to) => reordered.set(data.subarray(from * cols, (from + 1) * cols), to * cols));
  return {
    ...input,
    text: { rows: order.length, cols, data: reordered },
    imageOf: Uint32Array.from(order, (from) => input.imageOf[from]),
  };
}

/** Throws an InputError that names the side and the row where a vector cannot be compared with others. */
function checkVectors(side: 'Text' | 'Image', vectors: Matrix, where: string): void {
  const remedy = `Embed the ${side.toLowerCase()} again or leave it out.`;
  const bad = firstNotFinite(vectors);
  if (bad >= 0) {
    const [row, column] = [Math.floor(bad / vectors.cols), bad % vectors.cols];
    throw new InputError(
      `${side} ${row} (rows count from 0) holds ${vectors.data[bad]} in column ${column} at ${where}, ` +
        `so nothing can be scored by it. ${remedy}`,
    );
  }
  const zero = firstZeroRow(vectors);
  if (zero >= 0) {
    throw new InputError(
      `${side} ${zero} (rows count from 0) is all zeros at ${where}: ` +
        `it has no direction, so its cosine to anything is undefined. ${remedy}`,
    );
  }
}

/**
 * Throws an InputError where the parts of an input do not fit together, or a vector holds a number that is not finite
 * or nothing but zeros.
 */
export function checkInput({ text, image, imageOf, given }: EvaluationInput): void {
  if (text.rows === 0 || image.rows === 0) {
    throw new InputError(`There is nothing to evaluate: ${text.rows} texts and ${image.rows} images.`);
  }
  if (imageOf.length !== text.rows) {
    throw new InputError(`${text.rows} texts name ${imageOf.length} images; each text needs exactly one.`);
  }
  const lost = imageOf.findIndex((row) => row >= image.rows);
  if (lost >= 0) {
    throw new InputError(`Text ${lost} names image ${imageOf[lost]}, but images are 0 to ${image.rows - 1}.`);
  }
  const checked = new Set<Matrix>();
  for (const [dim, sides] of [
    ['the base dimension', { text, image }] as const,
    ...Object.entries(given ?? {}),
  ]) {
    if (sides.text.cols !== sides.image.cols) {
      throw new InputError(
        `At ${dim} texts have ${sides.text.cols} numbers and images ${sides.image.cols}; they must be the same.`,
      );
    }
    if (sides.text.rows !== text.rows || sides.image.rows !== image.rows) {
      throw new InputError(
        `At ${dim} there are ${sides.text.rows} texts and ${sides.image.rows} images, not ${text.rows} and ${image.rows}.`,
      );
    }
    for (const [side, vectors] of [
      ['Text', sides.text],
      ['Image', sides.image],
    ] as const) {
      if (!checked.has(vectors)) checkVectors(side, vectors, dim);
      checked.add(vectors);
    }
  }
}
