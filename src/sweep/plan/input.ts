import type { Qrels } from '../../kernels/contract/qrels';
import { InputError } from '../../lib/errors';
import { gatherRows, type Matrix } from '../../math/matrix';
import type { SameItems } from '../../retrieval/ranks/same-items';
import { gatherQueries, mostRelevant, transpose } from '../../retrieval/ranks/qrels';

/** Both sides of a run at one dimension. */
export interface Sides {
  readonly text: Matrix;
  readonly image: Matrix;
}

/** What a sweep evaluates. */
export interface EvaluationInput extends Sides {
  /** Which image rows are relevant to each text row. */
  readonly qrels: Qrels;
  /** Texts and images that are the same item, which is never an answer to itself; absent where there are none. */
  readonly same?: SameItems;
  /** Vectors that came at several dimensions, the base among them: these are evaluated as they are. */
  readonly given?: Readonly<Record<number, Sides>>;
}

/** What planning needs to know of an input; small enough to stay on the main thread. */
export interface InputSummary {
  readonly texts: number;
  readonly images: number;
  readonly baseDim: number;
  /** Relevant texts of the image that has most. */
  readonly mostTexts: number;
  /** Relevant images of the text that has most. */
  readonly mostImages: number;
  /** The dimensions that vectors came in, the base among them; absent where that is the only one. */
  readonly givenDims?: readonly number[];
}

export function summarise(input: EvaluationInput): InputSummary {
  return {
    texts: input.text.rows,
    images: input.image.rows,
    baseDim: input.text.cols,
    mostTexts: mostRelevant(transpose(input.qrels).qrels),
    mostImages: mostRelevant(input.qrels),
    ...(input.given && { givenDims: Object.keys(input.given).map(Number) }),
  };
}

/** The dimensions of a file of the reference: 512 are the model's own, the others were projected from them. */
const REFERENCE_DIMS = [256, 512, 1024];
const REFERENCE_BASE = 512;

/** The base of vectors that came at several dimensions: the largest, but for a file of the reference. */
export function baseDimOf(dims: readonly number[]): number {
  const isReference =
    dims.length === REFERENCE_DIMS.length && REFERENCE_DIMS.every((dim) => dims.includes(dim));
  return isReference ? REFERENCE_BASE : Math.max(...dims);
}

/** Where rows stand in an order. */
function placesOf(order: Uint32Array, rows: Uint32Array): Uint32Array {
  const placeOf = new Uint32Array(order.length);
  order.forEach((row, place) => (placeOf[row] = place));
  return rows.map((row) => placeOf[row]);
}

/** The input that arrays of a file make, whose texts have the relevant images of `qrels`. */
export function inputFromArrays(
  given: Readonly<Record<number, Sides>>,
  qrels: Qrels,
  same?: SameItems,
): EvaluationInput {
  const dims = Object.keys(given).map(Number);
  if (dims.length === 0)
    throw new InputError('The file holds no embeddings: text_512 and video_512 are missing.');
  return { ...given[baseDimOf(dims)], qrels, ...(same && { same }), given };
}

/**
 * The same input with its texts in another order: text row i becomes text row order[i] of before. The reference
 * shuffles its query side so before it writes its file, and the order decides which pools its stream draws.
 */
export function reorderTexts(input: EvaluationInput, order: Uint32Array): EvaluationInput {
  return {
    ...input,
    text: gatherRows(input.text, order),
    qrels: gatherQueries(input.qrels, order),
    ...(input.same && { same: { ...input.same, queries: placesOf(order, input.same.queries) } }),
  };
}
