import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { vectorFilesOfZip } from './files-of-zip';

const zip = (...paths: string[]) =>
  new File(
    [zipSync(Object.fromEntries(paths.map((path) => [path, new TextEncoder().encode(path)]))).slice()],
    'a.zip',
  );

test('a zip of vectors and judgements gives these, one with pictures or with neither gives none', async () => {
  const files = await vectorFilesOfZip(zip('s/corpus.jsonl', 's/qrels/test.tsv', 's/README.md', 's/q.npy'));
  expect(files!.map(({ name }) => name)).toEqual(['corpus.jsonl', 'test.tsv', 'q.npy']);
  expect(await files![1].text()).toBe('s/qrels/test.tsv');
  expect(await vectorFilesOfZip(zip('a.jpg', 'captions.jsonl'))).toBeNull();
  expect(await vectorFilesOfZip(zip('README.md'))).toBeNull();
  expect(await vectorFilesOfZip(new File(['x'], 'a.zip'))).toBeNull();
});

test('a damaged file in it is named', async () => {
  const bytes = new Uint8Array(await zip('corpus.jsonl').arrayBuffer());
  const at = new TextDecoder('latin1').decode(bytes).indexOf('corpus.jsonl') + 'corpus.jsonl'.length;
  bytes[at + 3] ^= 255;
  await expect(vectorFilesOfZip(new File([bytes], 'a.zip'))).rejects.toThrow(
    'corpus.jsonl is damaged in a.zip',
  );
});
