import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { FetchError, InputError, PictureError } from '../../lib/errors';
import { openImageSource } from './open-image-source';
import { picturesOfZip } from './zip';

const { signal } = new AbortController();
const aborted = AbortSignal.abort();
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);
const file = (name: string, text = name) => new File([text], name, { type: 'image/jpeg' });
const zip = (entries: Record<string, string>) =>
  new Blob([zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, bytes(text)])))]);
const local = (files: File[], zips: { name: string; blob: Blob }[] = []) =>
  openImageSource({ files, zips }, signal);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('dropped files and the pictures of a zip are matched by base name, whatever their folders', async () => {
  const blob = zip({
    'val2017/b.jpg': 'from the zip',
    '__MACOSX/val2017/._b.jpg': 'shadow',
    'readme.txt': 'no',
  });
  const source = await local([file('a.jpg')], [{ name: 'p.zip', blob }]);
  expect(source.names).toEqual(new Set(['a.jpg', 'b.jpg']));
  expect(textOf(await source.read('images/a.jpg', signal))).toBe('a.jpg');
  expect(textOf(await source.read('b.jpg', signal))).toBe('from the zip');
});

test('a missing, empty or ambiguous picture is an error of that picture alone', async () => {
  const twice = zip({ 'x/a.jpg': '1', 'y/a.jpg': '2', 'empty.jpg': '' });
  const source = await local([file('none.jpg', '')], [{ name: 'p.zip', blob: twice }]);
  const reasons = {
    'a.jpg': 'p.zip/x/a.jpg, p.zip/y/a.jpg',
    'b.jpg': 'not given',
    'empty.jpg': 'empty',
    'none.jpg': 'empty',
  };
  for (const [name, reason] of Object.entries(reasons)) {
    const failure = source.read(name, signal);
    await expect(failure).rejects.toBeInstanceOf(PictureError);
    await expect(failure).rejects.toThrow(reason);
  }
});

test('the shipped zip holds JPEG files under the names that its captions use', async () => {
  const { images } = JSON.parse(readFileSync('public/coco-mini/captions.json', 'utf8')) as {
    images: { file_name: string }[];
  };
  const blob = new Blob([readFileSync('public/coco-mini/pictures.zip')]);
  const source = await local([], [{ name: 'pictures.zip', blob }]);
  expect(source.names).toEqual(new Set(images.map((image) => image.file_name)));
  const head = (await source.read(images[0].file_name, signal)).subarray(0, 3);
  expect([...head]).toEqual([0xff, 0xd8, 0xff]);
});

test('a zip that is damaged, encrypted or without pictures is refused by name', async () => {
  const good = new Uint8Array(await zip({ 'a.jpg': 'abc' }).arrayBuffer());
  const encrypted = good.slice();
  const directory = encrypted.findIndex(
    (_, i) => encrypted[i] === 0x50 && encrypted[i + 1] === 0x4b && encrypted[i + 2] === 1,
  );
  encrypted[6] |= 1;
  encrypted[directory + 8] |= 1;
  const cases: [Blob, string][] = [
    [new Blob([good.slice(0, 40)]), 'p.zip cannot be read as a zip'],
    [new Blob(['not a zip at all']), 'p.zip cannot be read as a zip'],
    [new Blob([encrypted]), 'p.zip is encrypted (a.jpg)'],
    [zip({ 'a.txt': 'x' }), 'p.zip has no pictures'],
  ];
  for (const [blob, message] of cases) {
    const failure = picturesOfZip(blob, 'p.zip');
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toThrow(message);
  }
});

test('a damaged picture in a zip does not affect the others', async () => {
  const text = 'a long line that repeats, a long line that repeats';
  const data = new Uint8Array(await zip({ 'a.jpg': text, 'b.jpg': text }).arrayBuffer());
  data[30 + 'a.jpg'.length + 4] ^= 0xff;
  const source = await local([], [{ name: 'p.zip', blob: new Blob([data]) }]);
  await expect(source.read('a.jpg', signal)).rejects.toThrow(PictureError);
  expect(textOf(await source.read('b.jpg', signal))).toBe(text);
});

test('a zip entry that declares a huge size is not unpacked', async () => {
  const data = new Uint8Array(await zip({ 'a.jpg': 'abc' }).arrayBuffer());
  const directory = data.findIndex((_, i) => data[i] === 0x50 && data[i + 1] === 0x4b && data[i + 2] === 1);
  new DataView(data.buffer).setUint32(directory + 24, 2 ** 30, true);
  const [entry] = await picturesOfZip(new Blob([data]), 'p.zip');
  await expect(entry.read(signal)).rejects.toThrow('unpacks to more than 64 MiB');
});

test('a zip entry that unpacks to more than it declares is refused', async () => {
  const data = new Uint8Array(await zip({ 'a.jpg': 'abc'.repeat(1e6) }).arrayBuffer());
  const directory = data.findIndex((_, i) => data[i] === 0x50 && data[i + 1] === 0x4b && data[i + 2] === 1);
  new DataView(data.buffer).setUint32(directory + 24, 10, true);
  new DataView(data.buffer).setUint32(22, 10, true);
  const [entry] = await picturesOfZip(new Blob([data]), 'p.zip');
  await expect(entry.read(signal)).rejects.toThrow(PictureError);
});

const http = (listUrl: string | null = null) =>
  openImageSource({ baseUrl: 'https://e.org/val2017', listUrl }, signal);
/** Replaces fetch by a table of answers; a missing URL is a broken connection. */
function network(answers: Record<string, () => Response>) {
  const asked: { url: string; options: RequestInit | undefined }[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    asked.push({ url, options });
    options?.signal?.throwIfAborted();
    if (!(url in answers)) throw new TypeError('Failed to fetch');
    return answers[url]();
  });
  return asked;
}

test('a picture is requested below the base URL, with its name escaped, without referrer or credentials', async () => {
  const asked = network({ 'https://e.org/val2017/sub/a%20%23%3F%25.jpg': () => new Response('jpeg') });
  expect(textOf(await (await http()).read('sub/a #?%.jpg', signal))).toBe('jpeg');
  expect(asked[0].options).toMatchObject({ referrerPolicy: 'no-referrer', credentials: 'omit' });
});

test('an answer that is not a picture is an error of that picture alone', async () => {
  const html = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  network({
    'https://e.org/val2017/gone.jpg': () => new Response('', { status: 404 }),
    'https://e.org/val2017/shut.jpg': () => new Response('', { status: 403 }),
    'https://e.org/val2017/page.jpg': () => new Response('<html>', { headers: html }),
    'https://e.org/val2017/empty.jpg': () => new Response(''),
  });
  const source = await http();
  const reasons = {
    gone: 'not found on the host (404)',
    shut: 'answered 403',
    page: 'a web page',
    empty: 'an empty file',
  };
  for (const [name, reason] of Object.entries(reasons)) {
    const failure = source.read(`${name}.jpg`, signal);
    await expect(failure).rejects.toBeInstanceOf(PictureError);
    await expect(failure).rejects.toThrow(reason);
  }
});

test('a host that does not answer for five pictures in a row ends the run', async () => {
  vi.useFakeTimers();
  network({ 'https://e.org/val2017/there.jpg': () => new Response('jpeg') });
  const source = await http();
  const outcome = async (name: string) => {
    const reading = source.read(name, signal).then(
      () => 'read',
      (error: unknown) => (error instanceof PictureError ? 'left out' : error),
    );
    await vi.runAllTimersAsync();
    return reading;
  };
  const silent = async (count: number) => {
    for (let i = 0; i < count; i++) expect(await outcome(`${i}.jpg`)).toBe('left out');
  };
  await silent(4);
  expect(await outcome('there.jpg')).toBe('read');
  await silent(4);
  const end = await outcome('last.jpg');
  expect(end).toBeInstanceOf(FetchError);
  expect((end as FetchError).message).toMatch(/^e\.org could not be reached/);
});

test('pictures that fail for reasons of their own do not end a run whose host can be read', async () => {
  vi.useFakeTimers();
  network({
    'https://some.org/there.jpg': () => new Response('jpeg'),
    'https://some.org/cut.jpg': () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error('cut')) })),
  });
  const source = await openImageSource({ baseUrl: 'https://some.org', listUrl: null }, signal);
  await source.read('there.jpg', signal);
  for (let i = 0; i < 9; i++) {
    const reading = source.read('cut.jpg', signal).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    const error = await reading;
    expect(error).toBeInstanceOf(PictureError);
    expect((error as Error).message).toBe('the connection broke before the whole file had arrived');
  }
});

test('a list of names says which pictures the host has', async () => {
  network({
    'https://e.org/list.json': () => new Response('["a.jpg", "x/b.jpg"]'),
    'https://e.org/bad.json': () => new Response('{"a": 1}'),
  });
  expect((await http('https://e.org/list.json')).names).toEqual(new Set(['a.jpg', 'b.jpg']));
  expect((await http()).names).toBeNull();
  await expect(http('https://e.org/bad.json')).rejects.toThrow('not a JSON list of file names');
});

test('an aborted read is an abort, not a missing picture', async () => {
  network({});
  const sources = [
    await http(),
    await local([file('a.jpg')]),
    await local([], [{ name: 'p.zip', blob: zip({ 'a.jpg': 'x' }) }]),
  ];
  for (const source of sources) {
    await expect(source.read('a.jpg', aborted)).rejects.toMatchObject({ name: 'AbortError' });
  }
});
