import type { Packed } from '../../compress/packed';
import { copiedTo, isShared, type Allocate } from '../../lib/allocate';
import type { Matrix } from '../../math/matrix';
import type { EvaluationInput, Sides } from './input';

const sharedMatrix = <M extends Matrix>(m: M, allocate: Allocate): M => ({
  ...m,
  data: copiedTo(m.data, allocate),
});

const sharedSides = ({ text, image }: Sides, allocate: Allocate): Sides => ({
  text: sharedMatrix(text, allocate),
  image: sharedMatrix(image, allocate),
});

/** Packed vectors whose codes other threads see, where there are any to see them. */
export function sharedPacked(packed: Packed, allocate: Allocate): Packed {
  const alone = allocate(0) instanceof ArrayBuffer;
  return alone || isShared(packed.codes)
    ? packed
    : ({ ...packed, codes: copiedTo(packed.codes, allocate) } as Packed);
}

/** An input whose vectors other threads see. */
export function sharedInput(input: EvaluationInput, allocate: Allocate): EvaluationInput {
  const given =
    input.given &&
    Object.fromEntries(
      Object.entries(input.given).map(([dim, sides]) => [dim, sharedSides(sides, allocate)]),
    );
  return { ...input, ...sharedSides(input, allocate), ...(given && { given }) };
}
