import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../lib/errors';
import { sortFiles } from '../sort-files';
import { openSource } from './open-source';
import { readVectors } from './read-vectors';

const bytesOf = (name: string) => readFileSync(`src/dataset/vectors/fixtures/${name}`);
const open = (...names: string[]) =>
  openSource(names.map((name) => ({ name, blob: new Blob([bytesOf(name)]) })));
const read = async (...names: string[]) => readVectors(await open(...names), {});
const jsonLines = (...rows: unknown[]) =>
  openSource([{ name: 'a.jsonl', blob: new Blob([rows.map((row) => JSON.stringify(row)).join('\n')]) }]).then(
    (source) => readVectors(source, {}),
  );

describe('Parquet that PyArrow wrote', () => {
  test('one table has both sides, row by row, and their ids', async () => {
    const found = await read('pairs.parquet');
    expect(found.remarks[0]).toBe(
      'Text vectors: text_embedding (4 × 8, float32). Image vectors: image_embedding (4 × 8, float16). ' +
        'Row i of text_embedding belongs to row i of image_embedding. Ids: id.',
    );
    expect([found.textIds, found.imageIds]).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  test('columns hold the numbers that NumPy saved', async () => {
    const [parquet, npz] = [await read('pairs.parquet'), await read('queries-corpus.npz')];
    expect(parquet.given[8].image.data).toEqual(npz.given[8].image.data);
  });

  test('two tables are joined by the column that names the ids of the other', async () => {
    const found = await read('queries.parquet', 'images.parquet');
    expect(found.pairs.images).toEqual(Uint32Array.of(0, 1, 1, 3, 0, 2));
    expect(found.textIds).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'q5']);
    expect(found.given[8].text.data).toBeInstanceOf(Float64Array);
    expect(found.given[8].image.data.every(Number.isInteger)).toBe(true);
  });

  test('lists of different lengths are no vectors', async () => {
    await expect(read('ragged.parquet')).rejects.toThrow(
      'text_embedding, row 1 has 9 numbers, but vectors have 8',
    );
  });

  test('a file that is cut anywhere is refused in a sentence', async () => {
    const bytes = bytesOf('queries.parquet');
    for (let length = 0; length < bytes.length; length += 97) {
      const reading = openSource([{ name: 'a.parquet', blob: new Blob([bytes.subarray(0, length)]) }]).then(
        (source) => readVectors(source, {}),
      );
      await expect(reading).rejects.toThrow(InputError);
    }
  });

  test('a file with a byte changed ends in vectors or in a sentence', async () => {
    const bytes = bytesOf('pairs.parquet');
    for (let at = 0; at < bytes.length; at += 19) {
      const changed = Uint8Array.from(bytes);
      changed[at] ^= 0xff;
      try {
        await readVectors(await openSource([{ name: 'a.parquet', blob: new Blob([changed]) }]), {});
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });
});

describe('JSON lines', () => {
  test('are read as the same tables', async () => {
    const [json, parquet] = [
      await read('queries.jsonl', 'images.jsonl'),
      await read('queries.parquet', 'images.parquet'),
    ];
    expect(json.pairs).toEqual(parquet.pairs);
    expect(json.textIds).toEqual(parquet.textIds);
    expect([...json.given[8].image.data]).toEqual([...parquet.given[8].image.data]);
  });

  test('a line that differs from the first is named', async () => {
    const row = { text_embedding: Array(8).fill(1), image_embedding: Array(8).fill(1) };
    await expect(jsonLines(row, { ...row, text_embedding: [1] })).rejects.toThrow(
      'text_embedding, row 1 has 1 numbers, but vectors have 8',
    );
    await expect(jsonLines(row, { ...row, text_embedding: Array(8).fill('x') })).rejects.toThrow(
      'not a number',
    );
    await expect(jsonLines(row, { text_embedding: row.text_embedding })).rejects.toThrow(
      'a.jsonl, line 2 has no image_embedding',
    );
    await expect(jsonLines(row, [])).rejects.toThrow('a.jsonl, line 2 must be a JSON object');
  });

  test('are vectors where they hold lists of numbers, else captions', async () => {
    const files = ['queries.jsonl', 'images.jsonl'].map((name) => new File([bytesOf(name)], name));
    const captions = new File(['{"image": "a.jpg", "caption": "1, 2, [3, 4]"}'], 'captions.jsonl');
    const sorted = await sortFiles([...files, captions]);
    expect([sorted.vectors, sorted.captionFiles]).toEqual([files, [captions]]);
  });
});
