import { InputError } from '../../lib/errors';
import type { ArrayData } from './array-source';
import { isPairsName } from './name-words';

/** Which image rows are right for which text rows, one entry per pair. */
export interface RightPairs {
  readonly texts: Uint32Array;
  readonly images: Uint32Array;
  /** How relevant each pair is; absent where all are equally so. */
  readonly grades?: Float64Array;
}

/** Ids of the rows of one side, as numbers or text. */
export type RowIds = readonly (number | string)[];

/** Row i of the texts belongs to row i of the images. */
export function rowByRow(rows: number): RightPairs {
  const each = Uint32Array.from({ length: rows }, (_, row) => row);
  return { texts: each, images: each };
}

/** The two sides that a ground truth is about. */
interface RowsOfSides {
  readonly texts: number;
  readonly images: number;
  /** Where the ground truth names images by their ids. */
  readonly imageIds?: RowIds;
}

/**
 * Reads a ground truth: one image row for each text; several in a row of a two-dimensional array, −1 for none; or, where its
 * rows are not the texts or its name says so, pairs (text row, image row) or triples with a grade.
 * @throws InputError that names the entry that is no row
 */
export function rightPairs(truth: ArrayData, name: string, sides: RowsOfSides): RightPairs {
  const { texts, images } = sides;
  const { shape } = truth;
  if (shape.length === 1) {
    requireRows(name, shape[0], texts);
    return collect(texts, 1, (text) => imageRow(truth, text, `${name}[${text}]`, sides));
  }
  const [rows, cols] = shape;
  if (isPairsName(name) && (cols === 2 || cols === 3)) return pairsOf(truth, name, texts, images);
  if (rows === texts && !(cols === 2 || cols === 3)) {
    return collect(texts, cols, (text, i) =>
      imageRow(truth, text * cols + i, `${name}[${text}, ${i}]`, sides),
    );
  }
  if (rows !== texts && (cols === 2 || cols === 3)) return pairsOf(truth, name, texts, images);
  if (cols === 2 || cols === 3) {
    throw new InputError(
      `${name} has the shape (${rows}, ${cols}), which can be read as pairs and as ${cols} images for each text: ` +
        'save one index for each text, or add a column of −1.',
    );
  }
  throw new InputError(
    `${name} has the shape (${shape.join(', ')}): expected (${texts}), (${texts}, images of each) or pairs (any, 2 or 3).`,
  );
}

function requireRows(name: string, rows: number, texts: number): void {
  if (rows !== texts) throw new InputError(`${name} has ${rows} rows, but there are ${texts} text vectors.`);
}

/** Pairs of each text and what `imageAt` gives for it; undefined for none. */
function collect(
  texts: number,
  most: number,
  imageAt: (text: number, i: number) => number | undefined,
): RightPairs {
  const pairs: [number, number][] = [];
  for (let text = 0; text < texts; text++) {
    const own = new Set<number>();
    for (let i = 0; i < most; i++) {
      const image = imageAt(text, i);
      if (image !== undefined && !own.has(image)) pairs.push([text, image]);
      if (image !== undefined) own.add(image);
    }
  }
  return {
    texts: Uint32Array.from(pairs, ([text]) => text),
    images: Uint32Array.from(pairs, ([, image]) => image),
  };
}

/** The image row that an entry names; undefined for −1, which names none. */
function imageRow(
  { data }: ArrayData,
  at: number,
  where: string,
  { images, imageIds }: RowsOfSides,
): number | undefined {
  const value = data[at];
  if (imageIds) {
    const row = rowOfIds(imageIds).get(String(value));
    if (row === undefined) throw new InputError(`${where} is ${value}, which is the id of no image.`);
    return row;
  }
  const image = Number(value);
  if (image === -1) return undefined;
  if (!Number.isInteger(image) || image < 0 || image >= images || typeof value === 'string') {
    throw new InputError(`${where} is ${value}: expected an image row, 0 … ${images - 1}.`);
  }
  return image;
}

const rowsOf = new WeakMap<RowIds, ReadonlyMap<string, number>>();

function rowOfIds(ids: RowIds): ReadonlyMap<string, number> {
  let rows = rowsOf.get(ids);
  if (!rows) rowsOf.set(ids, (rows = new Map(ids.map((id, row) => [String(id), row]))));
  return rows;
}

function pairsOf(truth: ArrayData, name: string, texts: number, images: number): RightPairs {
  const [rows, cols] = truth.shape;
  const column = (at: number, bound: number, what: string) =>
    Uint32Array.from({ length: rows }, (_, row) => {
      const value = Number(truth.data[row * cols + at]);
      if (!Number.isInteger(value) || value < 0 || value >= bound) {
        throw new InputError(`${name}[${row}, ${at}] is ${value}: expected ${what} row, 0 … ${bound - 1}.`);
      }
      return value;
    });
  const grades = () =>
    Float64Array.from({ length: rows }, (_, row) => {
      const value = Number(truth.data[row * cols + 2]);
      if (value < 0) throw new InputError(`${name}[${row}, 2] is ${value}: a grade is 0 or more.`);
      return value;
    });
  return {
    texts: column(0, texts, 'a text'),
    images: column(1, images, 'an image'),
    ...(cols === 3 && { grades: grades() }),
  };
}

/**
 * The same pairs, each once and without those of grade 0, which are judged not relevant.
 * @throws InputError where a pair has two grades
 */
export function distinctPairs({ texts, images, grades }: RightPairs): RightPairs {
  const gradeOf = new Map<number, number>();
  const kept: number[] = [];
  texts.forEach((text, pair) => {
    const key = text * 2 ** 32 + images[pair];
    const grade = grades?.[pair] ?? 1;
    const known = gradeOf.get(key);
    if (known !== undefined && known !== grade) {
      throw new InputError(`Text ${text} and image ${images[pair]} have two grades: ${known} and ${grade}.`);
    }
    if (known === undefined && grade > 0) kept.push(pair);
    gradeOf.set(key, grade);
  });
  return {
    texts: Uint32Array.from(kept, (pair) => texts[pair]),
    images: Uint32Array.from(kept, (pair) => images[pair]),
    ...(grades && { grades: Float64Array.from(kept, (pair) => grades[pair]) }),
  };
}
