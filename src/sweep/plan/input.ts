import type { Qrels } from '../../kernels/contract/qrels';
import { InputError } from '../../lib/errors';
import { gatherRows, type Matrix } from '../../math/matrix';
import type { Direction } from '../../protocol/direction';
import { imageToText, textToImage } from '../../retrieval/ranks/qrels';

/** Both sides of a run at one dimension. */
export interface Sides {
  readonly text: Matrix;
  readonly image: Matrix;
}

/** What a sweep evaluates. */
export interface EvaluationInput extends Sides {
  /** The right image row of each text row. */
  readonly imageOf: Uint32Array;
  /** Vectors that came at several dimensions, the base among them: these are evaluated as they are. */
  readonly given?: Readonly<Record<number, Sides>>;
}

/** What planning needs to know of an input; small enough to stay on the main thread. */
export interface InputSummary {
  readonly texts: number;
  readonly images: number;
  readonly baseDim: number;
  /** Texts of the image that has most. */
  readonly mostTexts: number;
  /** The dimensions that vectors came in, the base among them; absent where that is the only one. */
  readonly givenDims?: readonly number[];
}

/** Which gallery rows are relevant to each query of a direction. */
export function qrelsOf({ imageOf, image }: EvaluationInput, direction: Direction): Qrels {
  return direction === 'textToImage' ? textToImage(imageOf, image.rows) : imageToText(imageOf, image.rows);
}

/** Texts of the image that has most; `imageOf` is the image row of each text. */
export function mostTextsOf(imageOf: Uint32Array, images: number): number {
  const texts = new Uint32Array(images);
  for (const image of imageOf) texts[image]++;
  return texts.reduce((most, count) => Math.max(most, count), 0);
}

export function summarise(input: EvaluationInput): InputSummary {
  return {
    texts: input.text.rows,
    images: input.image.rows,
    baseDim: input.text.cols,
    mostTexts: mostTextsOf(input.imageOf, input.image.rows),
    ...(input.given && { givenDims: Object.keys(input.given).map(Number) }),
  };
}

/** The dimensions of a file of the reference: 512 are the model's own, the others were projected from them. */
const REFERENCE_DIMS = [256, 512, 1024];
const REFERENCE_BASE = 512;

/** The base of vectors that came at several dimensions: the largest, but for a file of the reference. */
function baseDimOf(dims: readonly number[]): number {
  const isReference =
    dims.length === REFERENCE_DIMS.length && REFERENCE_DIMS.every((dim) => dims.includes(dim));
  return isReference ? REFERENCE_BASE : Math.max(...dims);
}

/** The input that arrays of an npz make; `groundTruth[i]` is the image row of text row i. */
export function inputFromArrays(
  given: Readonly<Record<number, Sides>>,
  groundTruth: Uint32Array,
): EvaluationInput {
  const dims = Object.keys(given).map(Number);
  if (dims.length === 0)
    throw new InputError('The file holds no embeddings: text_512 and video_512 are missing.');
  return { ...given[baseDimOf(dims)], imageOf: groundTruth, given };
}

/**
 * The same input with its texts in another order: text row i becomes text row order[i] of before. The reference
 * shuffles its query side so before it writes its file, and the order decides which pools its stream draws.
 */
export function reorderTexts(input: EvaluationInput, order: Uint32Array): EvaluationInput {
  return {
    ...input,
    text: gatherRows(input.text, order),
    imageOf: Uint32Array.from(order, (from) => input.imageOf[from]),
  };
}
