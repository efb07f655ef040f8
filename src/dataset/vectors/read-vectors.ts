import type { ChosenArrays } from '../../protocol/array-roles';
import { InputError } from '../../lib/errors';
import { areOfTwoKinds, type SideNames, type SidesChoice } from '../../protocol/side-names';
import { LARGEST_HALF } from '../../math/float16';
import { type Matrix, matrix } from '../../math/matrix';
import { firstBeyond, firstZeroRow } from '../../math/scan';
import { matchQrels } from '../judgements/match-qrels';
import { judgementsInWords } from '../judgements/judgements-in-words';
import { isJudgements, type ArrayInfo } from './array-info';
import type { ArrayData, GivenFiles } from './array-source';
import { describeRoles, guessRoles, type ArrayRoles } from './guess-roles';
import { labelArrays, textsOfSide, type SideLabels } from './labels';
import { hasIdWord } from './name-words';
import { sameRows, type SameRows } from './same-items';
import { sideNames } from './side-kinds';
import { sidesByDimension } from './sides-by-dimension';
import { rightPairs, rowByRow, type RightPairs, type RowIds } from './right-pairs';

/** Vectors of both sides, and which of them belong together. */
export interface GivenVectors {
  /** By dimension: texts × dim and images × dim. Halves and int8 become single precision. */
  readonly given: Readonly<Record<number, { readonly text: Matrix; readonly image: Matrix }>>;
  readonly pairs: RightPairs;
  readonly textIds?: RowIds;
  readonly imageIds?: RowIds;
  /** What the rows of each side say, where that is known: '' for a row of which it is not. */
  readonly labels: SideLabels;
  readonly sides: SideNames;
  /** Rows that are the same item on both sides, which is no answer to itself. */
  readonly same?: SameRows;
  /** What each array was taken for, and what became of judgements: a sentence or more each. */
  readonly remarks: readonly string[];
}

/**
 * Reads the vectors of a source. Arrays that have no part in a run are not unpacked.
 * @param chosen what arrays are; the others are guessed
 * @param kinds what the two sides hold
 * @throws InputError with what to choose where that is not unmistakable, or with what is wrong with an array
 */
export async function readVectors(
  source: GivenFiles,
  chosen: ChosenArrays,
  kinds: SidesChoice = 'auto',
): Promise<GivenVectors> {
  const guess = guessRoles(source.arrays, chosen);
  if ('question' in guess) throw new InputError(guess.question);
  const { roles } = guess;
  const names = sideNames(source.arrays, roles, kinds);
  const sides = sidesByDimension(source.arrays, roles);
  const labelled = labelArrays(source.arrays, roles);
  const wanted = [
    ...sides.flat(),
    roles.truth,
    roles.text_ids,
    roles.image_ids,
    labelled.text,
    labelled.image,
  ].flatMap((one) => (one ? [one.name] : []));
  const read = await source.read(new Set(wanted));
  const vectorsOf = ({ name }: ArrayInfo) => vectors(read.get(name)!, name);
  const idsOf = (info: ArrayInfo | undefined) => info && ids(read.get(info.name)!);
  const given = Object.fromEntries(
    sides.map(([text, image]) => [text.shape[1], { text: vectorsOf(text), image: vectorsOf(image) }]),
  );
  const textIds = idsOf(roles.text_ids);
  const imageIds = idsOf(roles.image_ids);
  const labelsOf = async (side: 'text' | 'image', rowIds: RowIds | undefined) => {
    const array = labelled[side];
    return array
      ? ids(read.get(array.name)!).map(String)
      : rowIds && (await textsOfSide(source.texts, side, rowIds));
  };
  const { pairs, remark } = pairsOf(source, roles, read, { textIds, imageIds });
  const [text, image] = [await labelsOf('text', textIds), await labelsOf('image', imageIds)];
  const mayBeSame = textIds && imageIds && !areOfTwoKinds(names);
  const { rows: same, areRight } = mayBeSame
    ? sameRows(textIds, imageIds, pairs)
    : { rows: null, areRight: false };
  return {
    given,
    pairs,
    ...(textIds && { textIds }),
    ...(imageIds && { imageIds }),
    labels: { ...(text && { text }), ...(image && { image }) },
    sides: names,
    ...(same && { same }),
    remarks: [
      describeRoles(roles, names),
      ...(remark ? [remark] : []),
      ...(same ? [itselfInWords(same.texts.length, names)] : []),
      ...(areRight ? [SAME_IDS_ARE_RIGHT] : []),
    ],
  };
}

const SAME_IDS_ARE_RIGHT =
  'Some right pairs have the same id on both sides, so equal ids are taken for what belongs together: no item is left out as an answer to itself.';

function itselfInWords(items: number, { text, image }: SideNames): string {
  const ids = items === 1 ? '1 id is' : `${items.toLocaleString('en')} ids are`;
  return (
    `${ids} on both sides, as a ${text.one} and as a ${image.one}: such an item is never an answer to itself. ` +
    'It is ranked behind all others where it is the query, as BEIR leaves it out of a ranking.'
  );
}

interface IdsOfSides {
  readonly textIds: RowIds | undefined;
  readonly imageIds: RowIds | undefined;
}

/** Which rows belong together, and what must be said of the file that says it. */
function pairsOf(
  { judgements }: GivenFiles,
  { text, image, truth }: ArrayRoles,
  read: ReadonlyMap<string, ArrayData>,
  { textIds, imageIds }: IdsOfSides,
): { readonly pairs: RightPairs; readonly remark?: string } {
  const [texts, images] = [text.shape[0], image.shape[0]];
  if (!truth) return { pairs: rowByRow(texts) };
  if (isJudgements(truth) && textIds && imageIds) {
    const { pairs, counts } = matchQrels(judgements.get(truth.name)!, { textIds, imageIds }, truth.name);
    return { pairs, remark: judgementsInWords(truth.name, counts) };
  }
  const sides = { texts, images, ...(imageIds && namesIds(truth) && { imageIds }) };
  return { pairs: rightPairs(read.get(truth.name)!, truth.name, sides) };
}

/** Whether a ground truth names images by id: it is of text, or called so. */
const namesIds = ({ name, type }: ArrayInfo): boolean => /^[US]/.test(type) || hasIdWord(name);

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
