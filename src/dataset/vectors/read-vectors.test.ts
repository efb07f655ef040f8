import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseArrays, ROW_BY_ROW, type ChosenArrays } from '../../protocol/array-roles';
import type { SidesChoice } from '../../protocol/side-names';
import { InputError } from '../../lib/errors';
import { writeNpz, type NpyArray } from '../../lib/npy/npz';
import { openSource } from './open-source';
import { readVectors } from './read-vectors';

const fixture = (name: string) => ({
  name,
  blob: new Blob([readFileSync(`src/dataset/vectors/fixtures/${name}`)]),
});
const read = async (names: readonly string[], chosen: ChosenArrays = {}) =>
  readVectors(await openSource(names.map(fixture)), chosen);
const readArrays = async (arrays: Record<string, NpyArray>, chosen: ChosenArrays = {}) =>
  readVectors(
    await openSource([{ name: 'a.npz', blob: new Blob([writeNpz(arrays) as Uint8Array<ArrayBuffer>]) }]),
    chosen,
  );
const pairsOf = ({ pairs: { texts, images } }: Awaited<ReturnType<typeof read>>) =>
  Array.from(texts, (text, i) => [text, images[i]]);

const vectors = (rows: number, cols = 8, at = -1, value = 0): NpyArray => ({
  dtype: 'f4',
  shape: [rows, cols],
  data: Float32Array.from({ length: rows * cols }, (_, i) => (i === at ? value : 1 + (i % 7))),
});
const integers = (shape: number[], ...values: number[]): NpyArray => ({
  dtype: 'i4',
  shape,
  data: Int32Array.from(values),
});

describe('files that NumPy wrote', () => {
  test('names that tell the sides are enough, and a ground truth gives the image row of each text', async () => {
    const found = await read(['queries-corpus.npz']);
    expect([found.given[8].text.rows, found.given[8].image.rows]).toEqual([6, 4]);
    expect(found.pairs.images).toEqual(Uint32Array.of(0, 1, 1, 3, 0, 2));
    expect(found.remarks[0]).toBe(
      'Query vectors: queries (6 × 8, float16). Item vectors: corpus (4 × 8, float16). ' +
        'Which belong together: ground_truth (6, int64).',
    );
  });

  test('names that tell nothing lead to a sentence with what the file holds and what to choose', async () => {
    await expect(read(['arr.npz'])).rejects.toThrow(
      'The data holds arr_0 (4 × 8, float32), arr_1 (4 × 8, float32). Which vectors are queries (as texts) and which are ' +
        'searched (as images) does not follow from the names: choose them',
    );
    const {
      remarks: [roles],
    } = await read(['arr.npz'], { text: 'arr_1', image: 'arr_0' });
    expect(roles).toContain('Row i of arr_1 belongs to row i of arr_0.');
  });

  test('what the sides are called follows from names, texts beside them or a choice, and else claims no kind', async () => {
    const called = async (names: readonly string[], kinds?: SidesChoice) => {
      const { sides } = await readVectors(await openSource(names.map(fixture)), {}, kinds);
      return `${sides.text.one}→${sides.image.one}`;
    };
    expect(await called(['q_emb.npy', 'd_emb.npy'])).toBe('query→item');
    expect(await called(['q_emb.npy', 'd_emb.npy'], 'image-image')).toBe('query image→corpus image');
    expect(await called(['ids.npz'])).toBe('text→image');
    expect(await called(['queries.parquet', 'images.parquet'])).toBe('text→image');
  });

  test('one side that is chosen or named leaves the other', async () => {
    const {
      remarks: [roles],
    } = await read(['arr.npz'], { image: 'arr_0' });
    expect(roles).toContain('Query vectors: arr_1');
  });

  test('a ground truth of ids is looked up among the ids of the images', async () => {
    const found = await read(['ids.npz']);
    expect(pairsOf(found)).toEqual([0, 1, 1, 3, 0, 2].map((image, text) => [text, image]));
    expect(found.textIds).toEqual(['t0', 't1', 't2', 't3', 't4', 'é☃']);
    expect(found.imageIds).toEqual(['a', 'bb', 'c', 'd']);
  });

  test('both byte orders and both memory orders give the same vectors', async () => {
    const [plain, other] = [await read(['queries-corpus.npz']), await read(['ids.npz'])];
    other.given[8].image.data.forEach((value, i) => {
      expect(Math.abs(value - plain.given[8].image.data[i])).toBeLessThan(2e-3);
    });
    expect(other.given[8].text.data).toBeInstanceOf(Float64Array);
  });

  test('arrays that differ in nothing but their dimension are all given', async () => {
    expect(Object.keys((await read(['dimensions.npz'])).given)).toEqual(['8', '16']);
  });

  test('.npy files are arrays of the name of their file; the ground truth is optional', async () => {
    const alone = await read(['q_emb.npy', 'd_emb.npy']);
    expect(alone.pairs.images).toEqual(Uint32Array.of(0, 1, 2, 3));
    expect(alone.given[8].image.data).toBeInstanceOf(Float32Array);
    const withTruth = await read(['gt.npy', 'd_emb.npy', 'q_emb.npy']);
    expect(withTruth.pairs.images).toEqual(Uint32Array.of(1, 0, 3, 2));
    expect(withTruth.given).toEqual(alone.given);
  });

  test('arrays of the same name in several files are told apart by the file', async () => {
    const { arrays } = await openSource([
      fixture('arr.npz'),
      { ...fixture('arr.npz'), name: 'folder/other.npz' },
    ]);
    expect(arrays.map(({ name }) => name)).toEqual(['arr/arr_0', 'arr/arr_1', 'other/arr_0', 'other/arr_1']);
  });

  test('pickled objects are never read', async () => {
    await expect(read(['objects.npy', 'd_emb.npy'])).rejects.toThrow('objects (2, Python objects)');
  });
});

describe('a guess that could be wrong is a question', () => {
  const [t, v] = [vectors(4), vectors(4)];
  const cases: [string, Record<string, NpyArray>, ChosenArrays, string][] = [
    ['one array of vectors', { text: t }, {}, 'Two arrays of vectors (rows × 8 to 8,192 numbers) are needed'],
    ['two texts', { text_a: t, text_b: t, image: v }, {}, 'does not follow from the names'],
    ['rows that differ', { text: vectors(8), image: v }, {}, 'choose the array that says it (truth=…).'],
    [
      'an integer array of unknown use',
      { text: t, image: v, x: integers([4], 0, 1, 2, 3) },
      {},
      'truth=rows',
    ],
    ['the reference’s names without a ground truth', { text_8: t, video_8: v }, {}, 'truth=rows'],
    ['dimensions that differ', { text: t, image: vectors(4, 16) }, {}, 'differ in their dimensions'],
    ['an array that is not there', { text: t, image: v }, { truth: 'gt' }, 'There is no array gt.'],
    ['row by row where rows differ', { text: vectors(8), image: v }, { truth: ROW_BY_ROW }, 'cannot belong'],
    [
      'vectors that are none',
      { text: t, image: v, x: integers([4], 0, 1, 2, 3) },
      { text: 'x' },
      'holds no vectors',
    ],
    [
      'ids that are not one for each row',
      { text: t, image: v, ids: integers([3], 0, 1, 2), gt: integers([4], 0, 1, 2, 3) },
      { image_ids: 'ids' },
      'ids (3, int32) holds no ids of image (4 × 8, float32)',
    ],
    ['vectors too short', { text: vectors(4, 7), image: v }, {}, 'Two arrays of vectors'],
    ['vectors too long', { text: vectors(1, 8193), image: vectors(1, 8193) }, {}, 'Two arrays of vectors'],
  ];
  test.each(cases)('%s', async (_, arrays, chosen, message) => {
    const reading = readArrays(arrays, chosen);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(message);
  });

  test('vectors of 8 and of 8,192 numbers are taken', async () => {
    for (const dim of [8, 8192]) {
      const { given } = await readArrays({ text: vectors(1, dim), image: vectors(1, dim) });
      expect(given[dim].text.cols).toBe(dim);
    }
  });
});

describe('ground truths', () => {
  const sides = { text: vectors(2), image: vectors(4) };

  test('several images of a text, −1 for none; repeats count once', async () => {
    const gt = integers([2, 4], 3, 0, 3, -1, -1, 2, -1, -1);
    expect(pairsOf(await readArrays({ ...sides, gt }))).toEqual([
      [0, 3],
      [0, 0],
      [1, 2],
    ]);
  });

  test('pairs and triples with a grade', async () => {
    const found = await readArrays({ ...sides, qrels: integers([3, 3], 0, 1, 2, 1, 3, 1, 1, 0, 0) });
    expect(pairsOf(found)).toEqual([
      [0, 1],
      [1, 3],
      [1, 0],
    ]);
    expect(found.pairs.grades).toEqual(Float64Array.of(2, 1, 0));
  });

  test.each([
    ['out of range', integers([2], 0, 4), 'gt[1] is 4: expected an image row, 0 … 3'],
    ['below −1', integers([2], 0, -2), 'gt[1] is -2'],
    ['too short', integers([1], 0), 'gt has 1 rows, but there are 2 text vectors'],
    ['two readings', integers([2, 2], 0, 1, 1, 2), 'can be read as pairs and as 2 images for each text'],
    ['pairs out of range', integers([1, 2], 0, 9), 'gt[0, 1] is 9: expected an image row, 0 … 3'],
  ])('%s is a sentence that names the entry', async (_, gt, message) => {
    await expect(readArrays({ ...sides, gt })).rejects.toThrow(message);
  });
});

describe('vectors that cannot be compared are named by array and row', () => {
  test.each([
    [vectors(4, 8, 9, NaN), 'text, row 1, column 1 is NaN: not a finite number.'],
    [vectors(4, 8, 9, Infinity), 'text, row 1, column 1 is Infinity: not a finite number.'],
    [vectors(4, 8, 9, 1e6), 'more than half precision can hold'],
    [
      { dtype: 'f4', shape: [1, 8], data: new Float32Array(8) } satisfies NpyArray,
      'text, row 0 is all zeros',
    ],
  ])('%#', async (text, message) => {
    await expect(readArrays({ text, image: vectors(text.shape[0]) })).rejects.toThrow(message);
  });
});

test('a file that is cut anywhere is refused in a sentence', async () => {
  const bytes = readFileSync('src/dataset/vectors/fixtures/queries-corpus.npz');
  for (let length = 0; length < bytes.length; length += 7) {
    const blob = new Blob([bytes.subarray(0, length)]);
    const reading = openSource([{ name: 'a.npz', blob }]).then((source) => readVectors(source, {}));
    await expect(reading).rejects.toThrow(InputError);
  }
});

test('arrays are chosen in a text that holds any name', () => {
  expect(parseArrays('text=a%20b,image=c%2Cd truth=rows')).toEqual({
    text: 'a b',
    image: 'c,d',
    truth: 'rows',
  });
  for (const wrong of ['text', 'text=', 'other=a', 'text=a,text=b', 'text=a=b', 'text=%']) {
    expect(parseArrays(wrong)).toBeUndefined();
  }
});
