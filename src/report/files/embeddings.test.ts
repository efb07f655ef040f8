import { oneRelevantEach } from '../../retrieval/ranks/qrels';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEmbeddings } from '../../dataset/formats/read-embeddings';
import { InputError } from '../../lib/errors';
import { parseNpz, writeNpz, type NpyArray } from '../../lib/npy/npz';
import { matrix } from '../../math/matrix';
import { embeddingsNpz } from './embeddings';
import fixture from './fixtures/embeddings.json';

const numpyBytes = new Uint8Array(readFileSync('src/report/files/fixtures/embeddings.npz'));
const single = (name: 'text_8' | 'video_8' | 'text_16' | 'video_16', dim: number) =>
  matrix(fixture.rows, dim, Float32Array.from(fixture.arrays[name]));
const double = (name: 'text_4' | 'video_4') =>
  matrix(fixture.rows, 4, Float64Array.from(fixture.arrays[name]));
const set = {
  text: single('text_8', 8),
  image: single('video_8', 8),
  qrels: oneRelevantEach(
    Uint32Array.from({ length: fixture.rows }, (_, i) => i),
    fixture.rows,
  ),
  projected: {
    4: { text: double('text_4'), image: double('video_4') },
    16: { text: single('text_16', 16), image: single('video_16', 16) },
  },
};

test('the arrays are those that the reference writes with NumPy: names, types, shapes, numbers, shuffle', () => {
  expect(parseNpz(embeddingsNpz(set))).toEqual(parseNpz(numpyBytes));
});

test('what NumPy wrote reads as the matrices it was made of, in the shuffled order', () => {
  const { given, imageOf } = readEmbeddings(numpyBytes);
  expect(Object.keys(given)).toEqual(['4', '8', '16']);
  expect([...imageOf]).toEqual(fixture.ground_truth);
  expect(given[8].image).toEqual(set.image);
  expect(given[4].image).toEqual(set.projected[4].image);
  imageOf.forEach((image, text) => {
    const original = fixture.arrays.text_8.slice(image * 8, image * 8 + 8);
    expect([...given[8].text.data.subarray(text * 8, text * 8 + 8)]).toEqual(original);
  });
});

test('a text that shares its image keeps it through the shuffle', () => {
  const text = matrix(3, 1, Float32Array.of(10, 11, 20));
  const image = matrix(2, 1, Float32Array.of(1, 2));
  const bytes = embeddingsNpz({
    text,
    image,
    qrels: oneRelevantEach(Uint32Array.of(0, 0, 1), 2),
    projected: {},
  });
  const { given, imageOf } = readEmbeddings(bytes);
  expect([...given[1].text.data].map((value, row) => [value, imageOf[row]]).sort()).toEqual([
    [10, 0],
    [11, 0],
    [20, 1],
  ]);
});

const floats = (rows: number, cols: number, data: number[]): NpyArray => ({
  dtype: 'f4',
  shape: [rows, cols],
  data: Float32Array.from(data),
});
const truth = (...rows: number[]): NpyArray => ({
  dtype: 'i8',
  shape: [rows.length],
  data: BigInt64Array.from(rows, BigInt),
});
const good = {
  text_2: floats(2, 2, [1, 2, 3, 4]),
  video_2: floats(2, 2, [5, 6, 7, 8]),
  ground_truth: truth(1, 0),
};

test('half precision is widened without loss', () => {
  const halves: NpyArray = {
    dtype: 'f2',
    shape: [2, 2],
    data: Float32Array.of(1, -2, 0.333251953125, 2 ** -24),
  };
  const { given } = readEmbeddings(writeNpz({ ...good, text_2: halves }));
  expect([...given[2].text.data]).toEqual([1, -2, 0.333251953125, 2 ** -24]);
});

test('a fault names the array', () => {
  const { text_2, video_2, ground_truth } = good;
  const cases: [Parameters<typeof writeNpz>[0], string][] = [
    [{ ground_truth }, 'needs arrays such as text_512 and video_512, but has ground_truth'],
    [{ text_2, ground_truth }, 'no video_2'],
    [{ text_2, video_2 }, 'no ground_truth'],
    [{ ...good, text_2: floats(1, 4, [1, 2, 3, 4]) }, 'text_2 has the shape (1, 4): expected (rows, 2)'],
    [{ ...good, text_2: { ...text_2, shape: [4] } as NpyArray }, 'text_2 has the shape (4)'],
    [
      { ...good, text_1: floats(3, 1, [1, 2, 3]), video_1: floats(2, 1, [1, 2]) },
      'text_2 has 2 rows, but text_1 has 3',
    ],
    [{ ...good, video_2: floats(2, 2, [5, 6, NaN, 8]) }, 'video_2, row 1, column 0 is NaN'],
    [{ ...good, text_2: { dtype: 'i8', shape: [2, 2], data: new BigInt64Array(4) } }, 'text_2 is of type i8'],
    [{ ...good, ground_truth: truth(0, 1, 1) }, 'ground_truth has 3 rows, but text has 2'],
    [{ ...good, ground_truth: truth(0, 2) }, 'ground_truth[1] is 2: expected an image row, 0 … 1'],
    [{ ...good, ground_truth: truth(0, -1) }, 'ground_truth[1] is -1'],
  ];
  for (const [arrays, message] of cases) {
    const read = () => readEmbeddings(writeNpz(arrays));
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  }
});
