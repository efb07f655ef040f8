import { afterEach, expect, test, vi } from 'vitest';
import { captionsFrom } from './read';

const { signal } = new AbortController();
const csv = 'image,caption\na.jpg,a café\n';
afterEach(() => vi.unstubAllGlobals());

test('a file and a URL of the same text read the same', async () => {
  vi.stubGlobal('fetch', async () => new Response(csv));
  const fromFile = await captionsFrom(new File([csv], 'pairs.csv'), signal);
  expect(fromFile.captions[0].text).toBe('a café');
  expect(await captionsFrom('https://e.org/x/pairs.csv?download=1', signal)).toEqual(fromFile);
});

test('a byte order mark is no part of the first field', async () => {
  expect((await captionsFrom(new File([`\uFEFF${csv}`], 'pairs.csv'), signal)).captions).toHaveLength(1);
});

test('a file in another encoding is refused, not garbled', async () => {
  const latin1 = Uint8Array.from(csv, (char) => char.charCodeAt(0));
  await expect(captionsFrom(new File([latin1], 'pairs.csv'), signal)).rejects.toThrow(
    'pairs.csv is not text in UTF-8',
  );
});
