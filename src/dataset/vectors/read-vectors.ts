import type { ChosenArrays } from '../../protocol/array-roles';
import { InputError } from '../../lib/errors';
import { LARGEST_HALF } from '../../math/float16';
import { type Matrix, matrix } from '../../math/matrix';
import { firstBeyond, firstZeroRow } from '../../math/scan';
import type { ArrayInfo } from './array-info';
import type { ArrayData, ArraySource } from './array-source';
import { describeRoles, guessRoles, stemOf, type ArrayRoles } from './guess-roles';
import { hasIdWord } from './name-words';
import { rightPairs, rowByRow, type RightPairs, type RowIds } from './right-pairs';

/** Vectors of both sides, and which of them belong together. */
export interface GivenVectors {
  /** By dimension: texts × dim and images × dim. Halves and int8 become single precision. */
  readonly given: Readonly<Record<number, { readonly text: Matrix; readonly image: Matrix }>>;
  readonly pairs: RightPairs;
  readonly textIds?: RowIds;
  readonly imageIds?: RowIds;
  /** What each array was taken for, in words. */
  readonly roles: string;
}

/**
 * Reads the vectors of a source. Arrays that have no part in a run are not unpacked.
 * @param chosen what arrays are; the others are guessed
 * @throws InputError with what to choose where that is not unmistakable, or with what is wrong with an array
 */
export async function readVectors(source: ArraySource, chosen: ChosenArrays): Promise<GivenVectors> {
  const guess = guessRoles(source.arrays, chosen);
  if ('question' in guess) throw new InputError(guess.question);
  const { roles } = guess;
  const sides = sidesByDimension(source.arrays, roles);
  const names = [...sides.flat(), roles.truth, roles.text_ids, roles.image_ids].flatMap((one) =>
    one ? [one.name] : [],
  );
  const read = await source.read(new Set(names));
  const vectorsOf = ({ name }: ArrayInfo) => vectors(read.get(name)!, name);
  const idsOf = (info: ArrayInfo | undefined) => info && ids(read.get(info.name)!);
  const given = Object.fromEntries(
    sides.map(([text, image]) => [text.shape[1], { text: vectorsOf(text), image: vectorsOf(image) }]),
  );
  const [texts, images] = [roles.text.shape[0], roles.image.shape[0]];
  const textIds = idsOf(roles.text_ids);
  const imageIds = idsOf(roles.image_ids);
  return {
    given,
    pairs: roles.truth
      ? rightPairs(read.get(roles.truth.name)!, roles.truth.name, {
          texts,
          images,
          ...(imageIds && namesIds(roles.truth) && { imageIds }),
        })
      : rowByRow(texts),
    ...(textIds && { textIds }),
    ...(imageIds && { imageIds }),
    roles: describeRoles(roles),
  };
}

/** Whether a ground truth names images by id: it is of text, or called so. */
const namesIds = ({ name, type }: ArrayInfo): boolean => /^[US]/.test(type) || hasIdWord(name);

/** The arrays of both sides at each dimension: those of a role, and others whose names differ in the dimension alone. */
function sidesByDimension(arrays: readonly ArrayInfo[], { text, image }: ArrayRoles) {
  const family = (of: ArrayInfo) =>
    arrays.filter(
      (one) => stemOf(of) !== undefined && stemOf(one) === stemOf(of) && one.shape[0] === of.shape[0],
    );
  const others = family(text).flatMap((one) => {
    const other = family(image).find(({ shape }) => shape[1] === one.shape[1]);
    return other && one !== text ? [[one, other] as const] : [];
  });
  return [[text, image] as const, ...others];
}

function vectors({ dtype, shape, data }: ArrayData, name: string): Matrix {
  const [rows, cols] = shape;
  if (dtype !== 'f2' && dtype !== 'f4' && dtype !== 'f8' && dtype !== 'i1') {
    throw new InputError(`${name} is of type ${dtype}: expected float16, float32, float64 or int8.`);
  }
  const made = matrix(rows, cols, data instanceof Int8Array ? Float32Array.from(data) : data);
  const bad = firstBeyond(made, LARGEST_HALF);
  if (bad >= 0) {
    const value = made.data[bad];
    const fault = Number.isFinite(value)
      ? `more than half precision can hold (${LARGEST_HALF}); bring the vectors to unit length`
      : 'not a finite number';
    throw new InputError(
      `${name}, row ${Math.floor(bad / cols)}, column ${bad % cols} is ${value}: ${fault}.`,
    );
  }
  const zero = firstZeroRow(made);
  if (zero >= 0) {
    throw new InputError(
      `${name}, row ${zero} is all zeros: it has no direction, so its cosine to anything is undefined.`,
    );
  }
  return made;
}

function ids({ data }: ArrayData): RowIds {
  return Array.from<string | number | bigint, string | number>(data, (id) =>
    typeof id === 'bigint' ? (Number.isSafeInteger(Number(id)) ? Number(id) : String(id)) : id,
  );
}
