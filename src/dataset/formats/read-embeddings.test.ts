import { describe, expect, test } from 'vitest';
import { InputError } from '../../lib/errors';
import fixture from './fixtures/given.json';
import { readEmbeddings } from './read-embeddings';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('embeddings saved by NumPy are read exactly', () => {
  test.each(fixture.files)('$name', ({ file, text, video }) => {
    const { given, imageOf } = readEmbeddings(bytesOf(file));
    const sides = given[fixture.dim];
    expect([sides.text.rows, sides.text.cols]).toEqual([text.length / fixture.dim, fixture.dim]);
    expect([...sides.text.data]).toEqual(text);
    expect([...sides.image.data]).toEqual(video);
    expect([...imageOf]).toEqual(fixture.truth);
  });
});

describe('unusable embeddings are refused with a message that names the array', () => {
  test.each(fixture.refused)('$what', ({ what, file }) => {
    expect(() => readEmbeddings(bytesOf(file))).toThrow(InputError);
    expect(() => readEmbeddings(bytesOf(file))).toThrow(what);
  });
});

test('a file cut short at any place is refused', () => {
  const bytes = bytesOf(fixture.files[0].file);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => readEmbeddings(bytes.subarray(0, length)), `${length} bytes`).toThrow(InputError);
  }
});

test('a file that is not a zip is refused', () => {
  expect(() => readEmbeddings(new TextEncoder().encode('{"images": [], "annotations": []}'))).toThrow(
    'The .npz file is not a complete zip',
  );
});
