import { afterEach, expect, test } from 'vitest';
import { startDataHost, type DataHost } from '../../../e2e/support/data-host';
import { pictureTable, type PictureRow } from '../../../e2e/support/picture-table';
import { fastRetries } from '../../../tests/support/fast-retries';
import { openHub, type HubChoice } from './open-hub';
import { previewHub } from './preview-hub';

const hosts: DataHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => host.close()));
const signal = new AbortController().signal;

const ROWS: readonly PictureRow[] = Array.from({ length: 25 }, (_, i) => ({
  key: `s${String(i).padStart(7, '0')}`,
  picture: Uint8Array.from({ length: 3000 + i }, (_x, at) => at * (i + 1)),
  captions: [`picture ${i}`, `scene ${i} `, `${i} again`],
}));

/** A datasets server with the rows in two files, of row groups of 4. */
async function start(captionsAs: 'lines' | 'list' = 'lines') {
  const files = [ROWS.slice(0, 14), ROWS.slice(14)].map((rows) => pictureTable(rows, 4, captionsAs));
  const host = await startDataHost({
    '/parquet': (url) =>
      JSON.stringify({
        parquet_files: files.map(({ length }, i) => ({
          dataset: 'me/pictures',
          config: 'default',
          split: 'test',
          url: `${url}/000${i}.parquet`,
          filename: `000${i}.parquet`,
          size: length,
        })),
        partial: false,
      }),
    '/0000.parquet': files[0],
    '/0001.parquet': files[1],
  });
  hosts.push(host);
  return host;
}

const choiceOf = (host: DataHost, more: Partial<HubChoice> = {}): HubChoice => ({
  server: host.url,
  dataset: 'me/pictures',
  config: '',
  split: '',
  imageColumn: '',
  captionColumn: '',
  ...more,
});

const open = (host: DataHost, wanted: number | null = null, more: Partial<HubChoice> = {}) =>
  openHub(choiceOf(host, more), wanted, { signal, policy: fastRetries() });

test.each(['lines', 'list'] as const)(
  'captions in %s and pictures are those of the table, in its order, over several files',
  async (captionsAs) => {
    const { captions, pictures, sentence } = await open(await start(captionsAs));
    expect(captions.pictures).toHaveLength(25);
    expect(captions.captions.map(({ text }) => text)).toEqual(
      ROWS.flatMap((row) => row.captions.map((text) => text.trim())),
    );
    for (const [i, { fileName }] of captions.pictures.entries()) {
      expect(await pictures.read(fileName, signal)).toEqual(ROWS[i].picture);
    }
    expect(sentence).toBe(
      captionsAs === 'lines'
        ? 'me/pictures, config default, split test: pictures in “jpg”, captions in the lines of “txt”, names in “__key__”.'
        : 'me/pictures, config default, split test: pictures in “image”, captions in “caption”, names in “filename”.',
    );
  },
);

test('captions are read without the pictures, and only as many row groups as are needed', async () => {
  const host = await start();
  const { captions, pictures } = await open(host, 3);
  expect(captions.pictures).toHaveLength(4);
  const bytes = (path: string) =>
    host.asked
      .filter((one) => one.path === path)
      .map(({ range }) => /^bytes=(\d+)-(\d+)$/.exec(range!)!)
      .reduce((sum, [, from, to]) => sum + Number(to) - Number(from) + 1, 0);
  expect(host.asked.some(({ path }) => path === '/0001.parquet')).toBe(false);
  // The footer is read from the end, whose size covers this small file; the columns add to that.
  const before = bytes('/0000.parquet');
  await pictures.read(captions.pictures[0].fileName, signal);
  await pictures.read(captions.pictures[3].fileName, signal);
  const group = ROWS.slice(0, 4).reduce((sum, { picture }) => sum + picture.length, 0);
  expect(bytes('/0000.parquet') - before).toBeGreaterThan(group);
  expect(bytes('/0000.parquet') - before).toBeLessThan(1.2 * group);
});

test('a column that is chosen and is not there is refused with those there are', async () => {
  const host = await start();
  await expect(open(host, null, { captionColumn: 'alt' })).rejects.toThrow(
    'The column “alt” holds no captions (text, or lists of texts). The columns are jpg (pictures), txt (text), __key__ (text).',
  );
  await expect(open(host, null, { split: 'train' })).rejects.toThrow(
    'no split “train” in its config default, but test',
  );
});

test('a file that changes after its captions were read costs its pictures, with the reason, and no others', async () => {
  const host = await start();
  const { captions, pictures } = await open(host);
  host.changeAfter('/0000.parquet', 0);
  await expect(pictures.read(captions.pictures[0].fileName, signal)).rejects.toMatchObject({
    name: 'InputError',
    message: 'the file changed on its host while it was read',
  });
  await expect(pictures.read(captions.pictures[20].fileName, signal)).resolves.toBeInstanceOf(Uint8Array);
});

test('the preview has ten rows, the guessed columns and the size, and fetches no pictures', async () => {
  const host = await start();
  const preview = await previewHub(choiceOf(host), { signal, policy: fastRetries() });
  expect(preview.columns).toEqual(['jpg', 'txt', '__key__']);
  // The first row group has four rows.
  expect(preview.rows).toHaveLength(4);
  expect(preview.rows[1]).toEqual(['s0000001.jpg', 'picture 1\nscene 1 \n1 again', 's0000001']);
  expect(preview).toMatchObject({ image: 'jpg', caption: 'txt', question: null });
  expect(preview.sentence).toMatch(/^Config default, split test: 2 files, [\d.]+ kB\.$/);
  expect(host.asked.some(({ path }) => path === '/0001.parquet')).toBe(false);
});

test('the preview says what is wrong with a choice, and shows the rows all the same', async () => {
  const preview = await previewHub(choiceOf(await start(), { captionColumn: 'jpg' }), {
    signal,
    policy: fastRetries(),
  });
  expect(preview.question).toContain('The column “jpg” holds no captions');
  expect(preview.rows).toHaveLength(4);
});

test('rows that name the same picture are one picture with all of their captions', async () => {
  const rows = [0, 0, 1].map((picture, i) => ({
    ...ROWS[i],
    key: `p${picture}`,
    captions: [`caption ${i}`],
  }));
  const table = pictureTable(rows, 10, 'list');
  const host = await startDataHost({
    '/parquet': (url) =>
      JSON.stringify({
        parquet_files: [{ config: 'a', split: 'train', url: `${url}/t.parquet`, size: table.length }],
      }),
    '/t.parquet': table,
  });
  hosts.push(host);
  const { captions } = await open(host);
  expect(captions.pictures.map(({ id }) => id)).toEqual(['p0.jpg', 'p1.jpg']);
  expect(captions.captions.map(({ imageId }) => imageId)).toEqual(['p0.jpg', 'p0.jpg', 'p1.jpg']);
});

test.each([
  ['no JSON', '<html>', 'is not valid JSON'],
  [
    'another shape',
    '{"parquet_files":[{"url":"javascript:1","config":"a","split":"b","size":99}]}',
    'is not a list of Parquet files',
  ],
  ['an empty list', '{"parquet_files":[]}', 'has no Parquet files of me/pictures'],
])('a datasets server that answers with %s is refused in a sentence', async (_what, answer, sentence) => {
  const host = await startDataHost({ '/parquet': () => answer });
  hosts.push(host);
  await expect(open(host)).rejects.toThrow(sentence);
});
