import { oneRelevantEach, qrelsFrom, type Qrels } from '../../retrieval/ranks/qrels';
import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { readEmbeddings } from '../../dataset/formats/read-embeddings';
import { openSource } from '../../dataset/vectors/open-source';
import { readVectors } from '../../dataset/vectors/read-vectors';
import { unpackNpz } from '../../lib/npy/npz';
import { parseNpy } from '../../lib/npy/npy';
import { parseNpyText } from '../../lib/npy/npy-text';
import { matrix } from '../../math/matrix';
import { imagesParquet, textsParquet } from './vectors-parquet';
import { qrelsTsv } from './qrels-tsv';
import { vectorsNpz } from './vectors-npz';

const rows = (count: number, cols = 8) =>
  matrix(
    count,
    cols,
    Float32Array.from({ length: count * cols }, (_, i) => Math.fround(Math.sin(1 + i))),
  );
/** Five captions of two pictures, and a picture that none names. */
const set = {
  text: rows(5),
  image: rows(3),
  qrels: oneRelevantEach(Uint32Array.of(0, 0, 1, 1, 1), 2),
  projected: { 16: { text: rows(5, 16), image: rows(3, 16) } },
};
const names = {
  textIds: [7, 8, 9, 10, 11],
  captions: ['a', '=b', 'c', 'é☃', ''],
  imageIds: ['x', 'y', 'z'],
  fileNames: ['x.jpg', 'y.jpg', 'z.jpg'],
};
const blobOf = (bytes: Uint8Array) => new Blob([bytes.slice()]);

test('an npz of several captions to a picture holds the rows in order, their names and the relevant pairs', () => {
  const bytes = vectorsNpz(set, names);
  const { given, imageOf } = readEmbeddings(bytes);
  expect([given[8], given[16]]).toEqual([{ text: set.text, image: set.image }, set.projected[16]]);
  expect(imageOf).toEqual(set.qrels.items);
  const files = unpackNpz(bytes, () => true);
  expect(parseNpy(files.text_ids).data).toEqual(BigInt64Array.of(7n, 8n, 9n, 10n, 11n));
  expect(parseNpyText(files.captions, 'captions')).toEqual(names.captions);
  expect(parseNpyText(files.image_ids, 'ids')).toEqual(names.imageIds);
  expect([...parseNpy(files.qrels).data].map(Number)).toEqual([0, 0, 1, 1, 0, 1, 2, 1, 1, 3, 1, 1, 4, 1, 1]);
});

test('Parquet tables are read back as the same vectors, pairs and ids', async () => {
  const found = await readVectors(
    await openSource([
      { name: 'texts.parquet', blob: blobOf(textsParquet(set, names)) },
      { name: 'images.parquet', blob: blobOf(imagesParquet(set, names)) },
    ]),
    {},
  );
  expect(found.given[8]).toEqual({ text: set.text, image: set.image });
  expect(found.pairs.images).toEqual(set.qrels.items);
  expect([found.textIds, found.imageIds]).toEqual([names.textIds, names.imageIds]);
});

test('rows without names are numbered', async () => {
  const found = await readVectors(
    await openSource([
      { name: 'texts.parquet', blob: blobOf(textsParquet(set, {})) },
      { name: 'images.parquet', blob: blobOf(imagesParquet(set, {})) },
    ]),
    {},
  );
  expect([found.textIds, found.imageIds]).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2],
  ]);
  expect(found.pairs.images).toEqual(set.qrels.items);
});

/** Graded, many to many: a text without an image, an image without a text. */
const graded: Qrels = qrelsFrom(
  {
    queries: Uint32Array.of(0, 0, 1, 3, 4),
    items: Uint32Array.of(2, 0, 0, 2, 0),
    grades: Float32Array.of(3, 1, 2, 1, 0.5),
  },
  5,
  3,
);
const nasty = { ...names, textIds: ['a\tb', '"q"', 'x\ny', '\r', ' é☃ '], itemTexts: ['one', 'two', ''] };

test.each([
  ['named rows', names],
  ['rows without names', {}],
  ['ids with tabs, quotes and line breaks', nasty],
])(
  'qrels.tsv beside the npz or the Parquet tables is read back as the same graded pairs: %s',
  async (_, called) => {
    const out = {
      ...set,
      qrels: graded,
      projected: { ...set.projected, '4_pca': { text: rows(5, 4), image: rows(3, 4) } },
    };
    const qrels = { name: 'qrels.tsv', blob: new Blob([qrelsTsv(graded, called)]) };
    const parquet = [
      { name: 'texts.parquet', blob: blobOf(textsParquet(out, called)) },
      { name: 'images.parquet', blob: blobOf(imagesParquet(out, called)) },
    ];
    const npz = { name: 'embeddings.npz', blob: blobOf(vectorsNpz(out, called)) };
    for (const files of [[...parquet, qrels], [npz, qrels], [npz]]) {
      const { given, pairs, labels } = await readVectors(await openSource(files), {});
      expect(given[8]).toEqual({ text: set.text, image: set.image });
      const { texts: queries, images: items, grades } = pairs;
      expect(qrelsFrom({ queries, items, grades: Float32Array.from(grades!) }, 5, 3)).toEqual(graded);
      expect(labels.text).toEqual('captions' in called ? called.captions : undefined);
      expect(labels.image).toEqual('itemTexts' in called ? called.itemTexts : undefined);
    }
  },
);

test('double precision is kept', async () => {
  const image = matrix(
    1,
    8,
    Float64Array.from({ length: 8 }, (_, i) => 1 / (i + 3)),
  );
  const blob = blobOf(imagesParquet({ ...set, image }, {}));
  const read = await (await openSource([{ name: 'a.parquet', blob }])).read(new Set(['embedding']));
  expect(read.get('embedding')!.data).toEqual(image.data);
});

test('row groups have at most 25,000 rows', () => {
  const { row_groups } = parquetMetadata(imagesParquet({ ...set, image: rows(25_001) }, {}).slice().buffer);
  expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([25_000, 1]);
});
