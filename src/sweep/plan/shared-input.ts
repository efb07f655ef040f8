import type { Packed } from '../../compress/packed';
import type { Allocate } from '../../lib/allocate';
import type { Matrix } from '../../math/matrix';
import type { EvaluationInput, Sides } from './input';

type Numbers = Float32Array | Float64Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;

/** The same numbers in memory of `allocate`. */
function shared<A extends Numbers>(numbers: A, allocate: Allocate): A {
  const Type = numbers.constructor as new (buffer: ArrayBufferLike) => A;
  const copy = new Type(allocate(numbers.byteLength));
  copy.set(numbers as never);
  return copy;
}

const sharedMatrix = <M extends Matrix>(m: M, allocate: Allocate): M => ({
  ...m,
  data: shared(m.data, allocate),
});

const sharedSides = ({ text, image }: Sides, allocate: Allocate): Sides => ({
  text: sharedMatrix(text, allocate),
  image: sharedMatrix(image, allocate),
});

/** Packed vectors whose codes other threads see, where there are any to see them. */
export function sharedPacked(packed: Packed, allocate: Allocate): Packed {
  const alone = allocate(0) instanceof ArrayBuffer;
  const seen = !(packed.codes.buffer instanceof ArrayBuffer);
  return alone || seen ? packed : ({ ...packed, codes: shared(packed.codes, allocate) } as Packed);
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
