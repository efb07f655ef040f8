import { ROW_BY_ROW, type ChosenArrays } from '../../protocol/array-roles';
import type { SideNames } from '../../protocol/side-names';
import {
  type ArrayInfo,
  describeArray,
  isJudgements,
  isText,
  mayBeIds,
  mayBeTruth,
  mayBeVectors,
} from './array-info';
import { isIdName, isPlainIdName, isTestName, isTruthName, sideOfName } from './name-words';

/** The arrays that make the two sides of a run. */
export interface ArrayRoles {
  readonly text: ArrayInfo;
  readonly image: ArrayInfo;
  /** Which images belong to which texts; absent where row i belongs to row i. */
  readonly truth?: ArrayInfo;
  readonly text_ids?: ArrayInfo;
  readonly image_ids?: ArrayInfo;
  /** Files of judgements that are not used. */
  readonly unused?: readonly ArrayInfo[];
}

/** The roles where they are unmistakable, else what the file holds and what to choose. */
export type RoleGuess = { readonly roles: ArrayRoles } | { readonly question: string };

/**
 * Guesses what arrays are from their names, shapes and types. What was chosen stands; nothing that could be otherwise is
 * guessed.
 */
export function guessRoles(arrays: readonly ArrayInfo[], chosen: ChosenArrays): RoleGuess {
  const unknown = Object.values(chosen).find((name) => name !== ROW_BY_ROW && !find(arrays, name));
  if (unknown !== undefined) {
    return { question: `There is no array ${unknown}. ${holding(arrays)}` };
  }
  const sides = sidesOf(arrays, chosen);
  if ('question' in sides) return sides;
  const { text, image } = sides;
  if (text.shape[1] !== image.shape[1]) {
    return {
      question:
        `${describeArray(text)} and ${describeArray(image)} differ in their dimensions, so their vectors cannot be compared. ` +
        'Choose two arrays with the same number of columns.',
    };
  }
  const wrongIds = (['text', 'image'] as const).flatMap((side) => {
    const ids = find(arrays, chosen[`${side}_ids`]);
    return ids && !(mayBeIds(ids) && ids.shape[0] === sides[side].shape[0])
      ? [[ids, sides[side]] as const]
      : [];
  });
  if (wrongIds.length > 0) {
    const [[ids, vectors]] = wrongIds;
    return {
      question: `${describeArray(ids)} holds no ids of ${describeArray(vectors)}: these are one for each row.`,
    };
  }
  const truth = truthOf(arrays, chosen, sides);
  if ('question' in truth) return truth;
  const others = arrays.filter((one) => one !== truth.truth);
  const guessedIds = (side: 'text' | 'image') =>
    idsOf(
      others.filter(({ table, isBeside }) => table === sides[side].table && !isBeside),
      sides[side],
      side,
    ) ??
    idsOf(
      others.filter(({ isBeside }) => isBeside),
      sides[side],
      side,
    );
  const text_ids = find(arrays, chosen.text_ids) ?? guessedIds('text');
  const image_ids = find(arrays, chosen.image_ids) ?? guessedIds('image');
  if (truth.truth && isJudgements(truth.truth) && !(text_ids && image_ids)) {
    const missing = [text_ids ? [] : ['text'], image_ids ? [] : ['image']].flat();
    return {
      question:
        `${describeArray(truth.truth)} names both sides by their ids, but which array holds the ids of ` +
        `${missing.map((side) => sides[side as 'text' | 'image'].name).join(' and of ')} is not clear: choose it ` +
        `(${missing.map((side) => `${side}_ids=…`).join(',')}), or add a file of texts with as many lines as there are vectors. ` +
        holding(arrays),
    };
  }
  if (truth.truth && !image_ids && (isText(truth.truth.type) || isForeignKey(truth.truth, text, image))) {
    return {
      question:
        `${describeArray(truth.truth)} names images by their ids, but which array holds the ids of the images is not clear: ` +
        `choose it (image_ids=…). ${holding(arrays)}`,
    };
  }
  const unused = arrays.filter((one) => isJudgements(one) && one !== truth.truth);
  return {
    roles: {
      text,
      image,
      ...truth,
      ...(text_ids && { text_ids }),
      ...(image_ids && { image_ids }),
      ...(unused.length > 0 && { unused }),
    },
  };
}

/** What an unmistakable guess is shown as. */
export function describeRoles(
  { text, image, truth, text_ids, image_ids, unused = [] }: ArrayRoles,
  sides: SideNames,
): string {
  const ids = [text_ids, image_ids].flatMap((one) =>
    one ? [one.isBeside ? `${one.name}, line by line` : one.name] : [],
  );
  return (
    `${upperFirst(sides.text.one)} vectors: ${describeArray(text)}. ${upperFirst(sides.image.one)} vectors: ${describeArray(image)}. ` +
    (truth
      ? `Which belong together: ${describeArray(truth)}${unused.length > 0 ? `; not used: ${unused.map(({ name }) => name).join(', ')}` : ''}.`
      : `Row i of ${text.name} belongs to row i of ${image.name}.`) +
    (ids.length > 0 ? ` Ids: ${[...new Set(ids)].join(', ')}.` : '')
  );
}

const upperFirst = (text: string): string => text[0].toUpperCase() + text.slice(1);

const find = (arrays: readonly ArrayInfo[], name: string | undefined) =>
  arrays.find((one) => one.name === name);

function holding(arrays: readonly ArrayInfo[]): string {
  const shown = arrays.slice(0, 12).map(describeArray);
  const more = arrays.length > 12 ? ` and ${arrays.length - 12} more` : '';
  return `The data holds ${shown.join(', ') || 'no arrays'}${more}.`;
}

type Sides = Pick<ArrayRoles, 'text' | 'image'>;

/** Which arrays are the text and the image vectors: by name, and where one is known, what alone is left. */
function sidesOf(arrays: readonly ArrayInfo[], chosen: ChosenArrays): Sides | { question: string } {
  const candidates = arrays.filter((one) => mayBeVectors(one) && !isOtherProjection(one, arrays));
  const notVectors = [chosen.text, chosen.image].find((name) => name && !mayBeVectors(find(arrays, name)!));
  if (notVectors) {
    return {
      question: `${describeArray(find(arrays, notVectors)!)} holds no vectors: these are rows × 8 to 8,192 numbers.`,
    };
  }
  if (
    candidates.length === 0 &&
    arrays.length > 0 &&
    arrays.every((one) => isJudgements(one) || one.isBeside)
  ) {
    return {
      question:
        'There are texts or judgements, but no vectors yet. Add the vectors of the queries and of the corpus ' +
        `(.npz, .npy, .parquet or .jsonl), made with your model. ${holding(arrays)}`,
    };
  }
  if (candidates.length < 2) {
    return {
      question:
        `Two arrays of vectors (rows × 8 to 8,192 numbers) are needed, one of queries (as texts) and one of what they search (as images). ` +
        holding(arrays),
    };
  }
  const named = (side: 'text' | 'image') =>
    find(arrays, chosen[side]) ?? largest(candidates.filter((one) => sideOfName(one.name) === side));
  let [text, image] = [named('text'), named('image')];
  const rest = (other: ArrayInfo | undefined) =>
    only(candidates.filter((one) => one !== other && (other === undefined || !sameStem(one, other))));
  if (text && !image) image = rest(text);
  if (image && !text) text = rest(image);
  if (text && image && text !== image) return { text, image };
  return {
    question:
      `${holding(arrays)} Which vectors are queries (as texts) and which are searched (as images) does not follow from the names: ` +
      'choose them (text=…,image=…).',
  };
}

const only = <T>(few: readonly T[]): T | undefined => (few.length === 1 ? few[0] : undefined);

/** Of arrays that differ in nothing but the dimension, as text_256 and text_512 do, the largest; undefined for others. */
function largest(few: readonly ArrayInfo[]): ArrayInfo | undefined {
  const [first] = few;
  if (!few.every((one) => one === first || sameStem(one, first))) return undefined;
  return few.reduce<ArrayInfo | undefined>((a, b) => (a && a.shape[1] >= b.shape[1] ? a : b), undefined);
}

/** The name of an array without its dimension; undefined where the name does not end in it. */
export function stemOf({ name, shape }: ArrayInfo): string | undefined {
  return name.endsWith(`_${shape[1]}`) ? name.slice(0, -`_${shape[1]}`.length) : undefined;
}

/** Whether vectors are those of another array in a space of their own, as this lab writes text_256_pca beside text_512. */
function isOtherProjection({ name, shape }: ArrayInfo, arrays: readonly ArrayInfo[]): boolean {
  const [, stem, cols] = /^(.+)_(\d+)_[a-z]+$/.exec(name) ?? [];
  return cols === String(shape[1]) && arrays.some((one) => stemOf(one) === stem && one.shape[0] === shape[0]);
}

const sameStem = (a: ArrayInfo, b: ArrayInfo): boolean =>
  stemOf(a) !== undefined && stemOf(a) === stemOf(b) && a.shape[0] === b.shape[0];

function truthOf(
  arrays: readonly ArrayInfo[],
  chosen: ChosenArrays,
  { text, image }: Sides,
): Pick<ArrayRoles, 'truth'> | { question: string } {
  const equal = text.shape[0] === image.shape[0];
  if (chosen.truth === ROW_BY_ROW) {
    if (equal) return {};
    return {
      question: `${describeArray(text)} and ${describeArray(image)} differ in their rows, so row i cannot belong to row i.`,
    };
  }
  const candidates = arrays.filter((one) => mayBeTruth(one) && one !== text && one !== image);
  const wanted = find(candidates, chosen.truth);
  if (wanted) return { truth: wanted };
  if (chosen.truth !== undefined) {
    return {
      question: `${describeArray(find(arrays, chosen.truth)!)} holds no ground truth: that is whole numbers or ids.`,
    };
  }
  const judged = candidates.filter(isJudgements);
  if (judged.length > 0) return judgedBy(judged);
  const named = candidates.filter((one) => isTruthName(one.name) || isForeignKey(one, text, image));
  if (named.length === 1) return { truth: named[0] };
  const unclear = candidates.filter(
    (one) => !isTruthName(one.name) && !isIdName(one.name) && !isText(one.type),
  );
  if (named.length === 0 && unclear.length === 0 && equal && !isReferenceNaming(text, image)) return {};
  return {
    question:
      `${holding(arrays)} Which images belong to which texts does not follow from that: choose the array that says it ` +
      `(truth=…)${equal ? `, or that row i belongs to row i (truth=${ROW_BY_ROW})` : ''}.`,
  };
}

/** The one file of judgements; of several, that of the test split. */
function judgedBy(files: readonly ArrayInfo[]): Pick<ArrayRoles, 'truth'> | { question: string } {
  const truth = only(files) ?? only(files.filter(({ name }) => isTestName(name)));
  if (truth) return { truth };
  return {
    question: `There are ${files.length} files of judgements: ${files.map(describeArray).join(', ')}. Choose one (truth=…).`,
  };
}

/** Whether a column of the texts' table names the rows of the images' table, as image_id does. */
const isForeignKey = (column: ArrayInfo, text: ArrayInfo, image: ArrayInfo): boolean =>
  text.table !== image.table &&
  column.table === text.table &&
  isIdName(column.name) &&
  sideOfName(column.name) === 'image';

/** Whether vectors are called as the reference pipeline calls them, which shuffles its texts: rows say nothing there. */
const isReferenceNaming = (text: ArrayInfo, image: ArrayInfo): boolean =>
  /^text_\d+$/.test(text.name) && /^video_\d+$/.test(image.name);

/** The ids of one side: an array named so, of that side or, where rows say it, of no side; `id` before `file_name`. */
function idsOf(arrays: readonly ArrayInfo[], vectors: ArrayInfo, side: 'text' | 'image') {
  const ids = arrays.filter(
    (one) => isIdName(one.name) && mayBeIds(one) && one.shape[0] === vectors.shape[0],
  );
  const plain = ids.filter(({ name }) => isPlainIdName(name));
  return ofSide(plain, side) ?? ofSide(plain, undefined) ?? ofSide(ids, side) ?? ofSide(ids, undefined);
}

/** The one array whose name tells a side, or none. */
const ofSide = (arrays: readonly ArrayInfo[], side: 'text' | 'image' | undefined) =>
  only(arrays.filter(({ name }) => sideOfName(name) === side));
