import { isPairsName } from './name-words';

/** What a file says of one of its arrays, before its numbers are read. */
export interface ArrayInfo {
  readonly name: string;
  /** NumPy's letter and bytes per number: f4, i8, U12; O for Python objects; `qrels` for a file of judgements. */
  readonly type: string;
  readonly shape: readonly number[];
  /** The table that it is a column of; absent where it is none. */
  readonly table?: string;
  /** Whether it is of a file of texts that stands beside the vectors. */
  readonly isBeside?: true;
}

const TYPES: Readonly<Record<string, string>> = {
  b1: 'true or false',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  O: 'Python objects',
};

function typeName(type: string): string {
  if (isText(type)) return 'text';
  const integer = /^([iu])(\d)$/.exec(type);
  if (integer) return `${integer[1] === 'u' ? 'uint' : 'int'}${8 * Number(integer[2])}`;
  return TYPES[type] ?? `type ${type}`;
}

/** An array as sentences show it: "q_emb (290 × 768, float16)", "test.tsv (40 judgements)". */
export function describeArray(array: ArrayInfo): string {
  const { name, type, shape } = array;
  if (isJudgements(array)) return `${name} (${shape[0]} judgement${shape[0] === 1 ? '' : 's'})`;
  return `${name} (${shape.join(' × ') || 'one value'}, ${typeName(type)})`;
}

/** Whether it is a file of judgements, which names both sides by their ids. */
export const isJudgements = ({ type }: ArrayInfo): boolean => type === 'qrels';

export const isText = (type: string): boolean => /^[US]/.test(type);

const isInteger = (type: string): boolean => /^[iu]\d$/.test(type);

/** The fewest and most numbers of a vector. */
const MIN_DIM = 8;
const MAX_DIM = 8192;

/** Whether an array may hold vectors: rows × 8 to 8,192 numbers. */
export const mayBeVectors = ({ type, shape }: ArrayInfo): boolean =>
  /^(f[248]|i1)$/.test(type) &&
  shape.length === 2 &&
  shape[0] > 0 &&
  shape[1] >= MIN_DIM &&
  shape[1] <= MAX_DIM;

/** Whether an array may say which images belong to which texts: indices or ids, one or several to a text, or pairs, whose grades may be fractions. */
export const mayBeTruth = (array: ArrayInfo): boolean => {
  const { name, type, shape, isBeside } = array;
  if (isBeside) return false;
  if (isJudgements(array)) return true;
  if (isPairsName(name) && shape.length === 2 && shape[1] === 3 && /^f[48]$/.test(type)) return true;
  return (
    (isInteger(type) && (shape.length === 1 || shape.length === 2)) || (isText(type) && shape.length === 1)
  );
};

/** Whether an array may hold an id for each row. */
export const mayBeIds = ({ type, shape }: ArrayInfo): boolean =>
  (isInteger(type) || isText(type)) && shape.length === 1;
