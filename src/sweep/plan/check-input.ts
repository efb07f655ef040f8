import type { Qrels } from '../../kernels/contract/qrels';
import { InputError } from '../../lib/errors';
import type { Matrix } from '../../math/matrix';
import { checkVectors } from './check-vectors';
import type { EvaluationInput } from './input';

/** What messages call the dimension that vectors came in. */
const BASE = 'the base dimension';

/**
 * Throws an InputError where the parts of an input do not fit together, or a vector is not one to compare by
 * (see `checkVectors`).
 */
export function checkInput({ text, image, qrels, given }: EvaluationInput): void {
  if (text.rows === 0 || image.rows === 0) {
    throw new InputError(`There is nothing to evaluate: ${text.rows} texts and ${image.rows} images.`);
  }
  checkQrels(qrels, text.rows, image.rows);
  const checked = new Set<Matrix>();
  for (const [dim, sides] of [[BASE, { text, image }] as const, ...Object.entries(given ?? {})]) {
    if (sides.text.cols !== sides.image.cols) {
      throw new InputError(
        `At ${dim}, text vectors have ${sides.text.cols} numbers and image vectors ${sides.image.cols}; they must have the same number.`,
      );
    }
    if (dim !== BASE && sides.text.cols !== Number(dim)) {
      throw new InputError(`At ${dim}, vectors have ${sides.text.cols} numbers; they must have ${dim}.`);
    }
    if (sides.text.rows !== text.rows || sides.image.rows !== image.rows) {
      throw new InputError(
        `At ${dim}, there are ${sides.text.rows} texts and ${sides.image.rows} images, not ${text.rows} and ${image.rows}.`,
      );
    }
    if (!checked.has(sides.text)) checkVectors('Text', sides.text, dim);
    if (!checked.has(sides.image)) checkVectors('Image', sides.image, dim);
    checked.add(sides.text).add(sides.image);
  }
}

/** Throws an InputError where relevance does not fit so many texts and images, or leaves nothing to ask. */
function checkQrels(
  { queries, gallery, offsets, items, grades }: Qrels,
  texts: number,
  images: number,
): void {
  if (queries !== texts || gallery !== images) {
    throw new InputError(
      `The relevant pairs are of ${queries} texts and ${gallery} images, but there are ${texts} and ${images}.`,
    );
  }
  if (items.length === 0) {
    throw new InputError(
      'No text has a right image, so there is nothing to find. Check which ids the pairs name.',
    );
  }
  const textOf = (entry: number) => offsets.findIndex((end) => end > entry) - 1;
  const lost = items.findIndex((row) => row >= images);
  if (lost >= 0) {
    throw new InputError(
      `Text ${textOf(lost)} names image ${items[lost]}, but images are 0 to ${images - 1}.`,
    );
  }
  const bad = grades?.findIndex((grade) => !(grade > 0 && Number.isFinite(grade))) ?? -1;
  if (bad >= 0) {
    throw new InputError(
      `Text ${textOf(bad)} has an image of grade ${grades![bad]}; grades are numbers above 0.`,
    );
  }
}
