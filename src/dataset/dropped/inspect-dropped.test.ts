import { expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { makeTar } from '../sources/fixtures/make-tar';
import { inspectDropped } from './inspect-dropped';
import { openDropped, type PairFiles } from './open-dropped';

const GUESS = { imageColumn: '', captionColumn: '', split: 'test' };
const NONE: PairFiles = { captions: null, pictures: [], zip: null, tars: [], texts: [] };
const file = (name: string, content: string | Uint8Array<ArrayBuffer> = 'x') => new File([content], name);
const look = (files: Partial<PairFiles>, choice: Partial<typeof GUESS> = {}) =>
  inspectDropped({ ...NONE, ...files }, { ...GUESS, ...choice }, 77);
const captionsOf = async (files: Partial<PairFiles>) => {
  const { file: found } = await openDropped({ ...NONE, ...files }, GUESS, new AbortController().signal);
  return found!.captions.captions.map(({ imageId, text }) => [imageId, text]);
};
const csv = file('p.csv', 'image,caption\na.jpg,a cat\na.jpg,one cat\nb.jpg,a dog\n');

test('captions alone say which pictures to add; pictures alone say which captions', async () => {
  const { problem, format, pictures } = await look({ captions: csv });
  expect(problem).toBe(
    'There are 3 captions, and no pictures yet. Add the pictures (files, their folder, a zip or a tar), with names such as a.jpg.',
  );
  expect([format, pictures]).toEqual(['a table (CSV)', 0]);
  expect((await look({ pictures: [file('a.jpg')] })).problem).toMatch(
    /^There is 1 picture, and no captions yet\. Add a captions file/,
  );
  expect((await look({ texts: [file('a.txt')] })).problem).toMatch(/^There are texts, and no pictures/);
  expect((await look({ tars: [file('s.tar', makeTar([['a.jpg', 'x']]))] })).problem).toContain(
    'Their tar has no .txt or .json beside them.',
  );
});

test('captions and pictures are counted, and the first pictures that captions name are shown', async () => {
  const { inspection, problem, thumbnails } = await look({
    captions: csv,
    pictures: ['z.jpg', 'a.jpg', 'b.jpg'].map((name) => file(name)),
  });
  expect(problem).toBeNull();
  expect(inspection).toMatchObject({ captions: 3, given: 3, named: 2, matched: 2 });
  expect(thumbnails.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
});

test('of columns that are not clear the rows are shown all the same', async () => {
  const odd = file('p.csv', 'a,b\n1,2\n');
  const { problem, head } = await look({ captions: odd, pictures: [file('a.jpg')] });
  expect(problem).toContain('Choose its column');
  expect(head!.preview).toEqual({ columns: ['a', 'b'], rows: [['1', '2']] });
});

test('names that do not fit together are compared in a sentence', async () => {
  const { problem } = await look({ captions: csv, pictures: [file('0001.jpg')] });
  expect(problem).toContain('such as a.jpg, and the given ones such as 0001.jpg');
});

test('each line of a text beside a picture is a caption of it; a text comes before JSON', async () => {
  const pictures = ['a.jpg', 'b.png', 'c.jpg'].map((name) => file(name));
  const texts = [
    file('a.txt', 'a cat\r\n\n one cat \n'),
    file('b.json', '{"caption": "a dog", "url": "x"}'),
    file('a.json', '{"caption": "no"}'),
    file('README.txt', 'read me'),
  ];
  expect(await captionsOf({ pictures, texts })).toEqual([
    ['a.jpg', 'a cat'],
    ['a.jpg', 'one cat'],
    ['b.png', 'a dog'],
  ]);
  const { inspection, format } = await look({ pictures, texts });
  expect(format).toBe('texts beside pictures');
  expect(inspection!.unnamed).toEqual({ count: 1, examples: ['c.jpg'] });
});

test('a tar holds pictures and captions; the same name in two of them is told apart by its path', async () => {
  const shard = (text: string) =>
    makeTar([
      ['000.jpg', text],
      ['000.txt', text],
    ]);
  const tars = [file('s0.tar', shard('a cat')), file('s1.tar', shard('a dog'))];
  expect(await captionsOf({ tars })).toEqual([
    ['s0_000.jpg', 'a cat'],
    ['s1_000.jpg', 'a dog'],
  ]);
  expect(await look({ tars })).toMatchObject({ problem: null, inspection: { matched: 2 } });
});

test('a zip holds pictures and the texts beside them, as a folder does; other texts in it are none', async () => {
  const entries = {
    'x/a.jpg': 'x',
    'x/a.txt': 'a cat',
    'y/a.jpg': 'y',
    'y/a.txt': 'a dog',
    'README.txt': 'no',
  };
  const bytes = Object.entries(entries).map(([path, content]) => [path, new TextEncoder().encode(content)]);
  const zip = new File([zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>).slice()], 'p.zip');
  expect(await captionsOf({ zip })).toEqual([
    ['p.zip_x_a.jpg', 'a cat'],
    ['p.zip_y_a.jpg', 'a dog'],
  ]);
  expect(await look({ zip })).toMatchObject({ problem: null, inspection: { matched: 2 } });
});

test('a captions file comes before texts in a tar', async () => {
  const tars = [
    file(
      's.tar',
      makeTar([
        ['a.jpg', 'x'],
        ['a.txt', 'no'],
      ]),
    ),
  ];
  expect((await captionsOf({ captions: csv, tars }))[0]).toEqual(['a.jpg', 'a cat']);
});

test('a text that is broken, empty or no caption is left out with the reason, and the others stay', async () => {
  const pictures = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map((name) => file(name));
  const texts = [
    file('a.txt', 'a cat'),
    file('b.json', '{'),
    file('c.txt', '\n'),
    file('d.json', '{"__proto__": {"caption": "x"}}'),
  ];
  const { inspection, problem } = await look({ pictures, texts });
  expect(problem).toBeNull();
  expect(inspection!.captions).toBe(1);
  expect(inspection!.empty.examples.map((line) => line.slice(0, 30))).toEqual([
    expect.stringMatching(/^b\.jpg: b\.json is not valid/),
    'c.jpg: the text beside it hold',
    'd.jpg: the text beside it hold',
  ]);
});
