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
