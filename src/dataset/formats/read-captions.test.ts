import { afterEach, expect, test, vi } from 'vitest';
import { readCaptions } from './read-captions';

const { signal } = new AbortController();
const GUESS = { imageColumn: '', captionColumn: '', split: 'test' };
const csv = 'image,caption\na.jpg,a café\n';
afterEach(() => vi.unstubAllGlobals());

test('the same text gives the same captions from a file and from a URL', async () => {
  vi.stubGlobal('fetch', async () => new Response(csv));
  const fromFile = await readCaptions(new File([csv], 'pairs.csv'), GUESS, signal);
  expect(fromFile.captions.captions[0].text).toBe('a café');
  expect(await readCaptions('https://e.org/x/pairs.csv?download=1', GUESS, signal)).toEqual(fromFile);
});

test('a byte order mark is not part of the text', async () => {
  const coco =
    '{"images": [{"id": 1, "file_name": "a.jpg"}], "annotations": [{"id": 7, "image_id": 1, "caption": "x"}]}';
  for (const [text, name] of [
    [coco, 'captions.json'],
    ['id,image,caption\n7,a.jpg,x\n', 'pairs.csv'],
  ]) {
    const {
      captions: { captions },
    } = await readCaptions(new File([`\uFEFF${text}`], name), GUESS, signal);
    expect(captions.map(({ id }) => String(id))).toEqual(['7']);
  }
});

test('a file in another encoding is refused', async () => {
  const latin1 = Uint8Array.from(csv, (char) => char.charCodeAt(0));
  await expect(readCaptions(new File([latin1], 'pairs.csv'), GUESS, signal)).rejects.toThrow(
    'pairs.csv is not UTF-8 text',
  );
});
