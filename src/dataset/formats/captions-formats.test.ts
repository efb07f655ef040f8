import { expect, test } from 'vitest';
import { headOfCaptions, readCaptionsFile } from './captions-formats';

const GUESS = { imageColumn: '', captionColumn: '', split: 'test' };
const read = (text: string, name: string, choice: Partial<typeof GUESS> = {}) =>
  readCaptionsFile(new Blob([text]), name, { ...GUESS, ...choice });
const parseCaptions = async (text: string, name: string) => (await read(text, name)).captions;

const pairs = {
  pictures: [
    { id: 'a.jpg', fileName: 'a.jpg' },
    { id: 'b.jpg', fileName: 'b.jpg' },
  ],
  captions: [
    { id: 1, imageId: 'a.jpg', text: 'a cat, asleep' },
    { id: 2, imageId: 'b.jpg', text: 'a red ball' },
    { id: 3, imageId: 'a.jpg', text: 'a tabby' },
  ],
  trimmed: 0,
  leftOut: [],
};
const csv = 'file_name,caption\na.jpg,"a cat, asleep"\nb.jpg,a red ball\na.jpg,a tabby\n';
const tsv = 'Image\tText\na.jpg\ta cat, asleep\nb.jpg\ta red ball\na.jpg\ta tabby\n';
const jsonl = [
  '{"filename": "a.jpg", "text": "a cat, asleep"}',
  '{"filename": "b.jpg", "text": "a red ball"}',
  '',
  '{"filename": "a.jpg", "text": "a tabby"}',
].join('\n');

const jsonList = JSON.stringify([
  { image: 'a.jpg', caption: 'a cat, asleep' },
  { image: 'b.jpg', caption: 'a red ball' },
  { image: 'a.jpg', caption: 'a tabby' },
]);

test('the same pairs in CSV, TSV, JSON lines and a JSON list give the same captions', async () => {
  expect(await parseCaptions(csv, 'pairs.csv')).toEqual(pairs);
  expect(await parseCaptions(tsv, 'pairs.tsv')).toEqual(pairs);
  expect(await parseCaptions(jsonl, 'pairs.jsonl')).toEqual(pairs);
  expect(await parseCaptions(jsonList, 'pairs.json')).toEqual(pairs);
  expect(await parseCaptions(jsonList, 'pairs')).toEqual(pairs);
});

test('every unmistakable name of the picture and of its caption is taken, in any case', async () => {
  const pictures = ['file', 'File_Path', 'image_file', 'image_name', 'IMG', 'img_path', 'picture', 'photo'];
  const captions = ['caption', 'Text', 'sentence', 'description'];
  for (const picture of pictures) {
    for (const caption of captions) {
      const table = csv.replace('file_name,caption', `${picture},${caption}`);
      const list = jsonList.replaceAll('"image"', `"${picture}"`).replaceAll('"caption"', `"${caption}"`);
      expect(await parseCaptions(table, 'pairs.csv')).toEqual(pairs);
      expect(await parseCaptions(list, 'pairs.json')).toEqual(pairs);
    }
  }
});

test('a JSON list whose objects name no picture, or with an entry that is no object, is an error', async () => {
  await expect(parseCaptions('[{"caption": "x"}]', 'p.json')).rejects.toThrow(
    'p.json has no field for pictures',
  );
  await expect(parseCaptions('[]', 'p.json')).rejects.toThrow('p.json has no records');
  await expect(parseCaptions('[{"image": "a.jpg", "text": "x"}, 3]', 'p.json')).rejects.toThrow(
    'p.json, entry 2 must be an object, but is',
  );
  await expect(parseCaptions('[{"image": "a.jpg", "text": "x"}, {"text": "y"}]', 'p.json')).rejects.toThrow(
    'p.json, entry 2 has no image',
  );
});

test('the content decides where the extension does not', async () => {
  expect(await parseCaptions(csv, 'pairs')).toEqual(pairs);
  expect(await parseCaptions(jsonl, 'pairs')).toEqual(pairs);
  expect(await parseCaptions(jsonl, 'pairs.json')).toEqual(pairs);
  const coco =
    '{\n "images": [{"id": 1, "file_name": "a.jpg"}],\n "annotations": [{"id": 1, "image_id": 1, "caption": "x"}]}';
  expect((await parseCaptions(coco, 'pairs')).captions).toEqual([{ id: 1, imageId: 1, text: 'x' }]);
});

test('ids in a table are kept', async () => {
  expect((await parseCaptions('id,path,text\nx7,a.jpg,a cat', 'p.csv')).captions[0].id).toBe('x7');
});

test('an error names the column, the row or the line', async () => {
  const cases: [string, string, string][] = [
    ['a,caption\n1,x', 'p.csv', 'p.csv has no field for pictures with a name that says so (file_name, '],
    [
      'image,b\n1,x',
      'p.csv',
      'Choose its column (--caption_column on the command line): p.csv has image, b.',
    ],
    ['image,caption\n', 'p.csv', 'p.csv has no records'],
    [
      'image,caption\na.jpg,x\nb.jpg',
      'p.csv',
      'p.csv, row 2: expected 2 cells, as in the header, but found 1',
    ],
    ['image,caption\n../a.jpg,x', 'p.csv', 'p.csv, row 1, image is "../a.jpg"'],
    ['image,caption\na.jpg,"x', 'p.csv', 'p.csv, row '],
    ['{"image": "a.jpg", "text": "x"}\n{"image"', 'p.jsonl', 'p.jsonl, line 2 is not valid JSON'],
    ['{"image": "a.jpg", "text": "x"}\n{"image": "b.jpg"}', 'p.jsonl', 'p.jsonl, line 2 has no text'],
    ['[1]', 'p.jsonl', 'p.jsonl, line 1 must be an object'],
  ];
  for (const [text, name, message] of cases) await expect(parseCaptions(text, name)).rejects.toThrow(message);
});

test('columns that are chosen are used, in any spelling of their names; an unknown one is named', async () => {
  const odd = csv.replace('file_name,caption', 'Bild,Satz');
  const { captions } = await read(odd, 'p.csv', { imageColumn: 'Bild', captionColumn: 'satz' });
  expect(captions).toEqual(pairs);
  await expect(read(odd, 'p.csv', { captionColumn: 'x' })).rejects.toThrow(
    'There is no column x for captions: p.csv has Bild, Satz.',
  );
  await expect(read(odd, 'p.csv', { imageColumn: 'Satz', captionColumn: 'Satz' })).rejects.toThrow(
    'Satz cannot hold both',
  );
});

test('columns with other names are guessed where one alone holds picture files and one alone sentences', async () => {
  const odd = 'n,foto,satz\n1,a.jpg,a cat on a mat\n2,b.jpg,two dogs that run\n';
  const { captions, head } = await read(odd, 'p.csv');
  expect(captions.captions.map(({ text }) => text)).toEqual(['a cat on a mat', 'two dogs that run']);
  expect(head!.found).toEqual({
    image: { name: 'foto', by: 'content' },
    caption: { name: 'satz', by: 'content' },
  });
  const twice = odd.replace('n,', 'm,').replaceAll(/^\d/gm, 'one more long sentence');
  await expect(read(twice, 'p.csv')).rejects.toThrow('p.csv has no field for captions');
});

test('the first ten records are shown before the columns are known', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `k${i},v${i}`);
  const head = await headOfCaptions(new Blob([`a,b\n${rows.join('\n')}`]), 'p.csv', GUESS);
  expect(head!.preview.columns).toEqual(['a', 'b']);
  expect(head!.preview.rows).toEqual(rows.slice(0, 10).map((row) => row.split(',')));
  expect(head!.found).toEqual({ image: null, caption: null });
});

test('a list of captions of one picture gives several captions with ids of their own', async () => {
  const line = '{"image": "a.jpg", "captions": ["a cat", "one cat"]}';
  const { captions } = await parseCaptions(line, 'p.jsonl');
  expect(captions.map(({ id, text }) => [id, text])).toEqual([
    ['1#1', 'a cat'],
    ['1#2', 'one cat'],
  ]);
});

/** Text as a file that is read in pieces of so many bytes. */
function inPieces(text: string, size: number): Blob {
  const blob = new Blob([text]);
  blob.stream = () => {
    const bytes = new TextEncoder().encode(text);
    return new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
  };
  return blob;
}

test('where a file is cut into pieces makes no difference, also within quotes, line ends and characters', async () => {
  const rows = 'image,caption\r\na.jpg,"a ""café"", \r\non a street" \r\n\r\nb.jpg,naïve €5\r\n';
  const lines = '{"image":"a.jpg","caption":"ein Café"}\n\n{"image":"b.jpg","caption":"€"}';
  for (const [text, name] of [
    [rows, 'p.csv'],
    [lines, 'p.jsonl'],
  ]) {
    const whole = await readCaptionsFile(new Blob([text]), name, GUESS);
    expect(whole.captions.captions).toHaveLength(2);
    for (let size = 1; size <= 12; size++) {
      expect(await readCaptionsFile(inPieces(text, size), name, GUESS)).toEqual(whole);
    }
  }
});

test('malformed JSON is reported with file, line and column, or with the text around it', async () => {
  await expect(parseCaptions('{\n  "images": []\n  "annotations": []}', 'captions.json')).rejects.toThrow(
    /^captions\.json is not valid JSON at line 3, column 3/,
  );
  await expect(parseCaptions('{\n  "images": [,]\n}', 'captions.json')).rejects.toThrow(
    /^captions\.json is not valid JSON: .*"images": \[,\]/s,
  );
});

test('an error within a COCO file names the file', async () => {
  await expect(parseCaptions('{"images": [1]}', 'my.json')).rejects.toThrow(/^my\.json: annotations must be/);
});

test('a quote that is not closed is an error, however long the file', async () => {
  const text = `image,caption\na.jpg,x\nb.jpg,"${'y\n'.repeat(3e6)}`;
  await expect(parseCaptions(text, 'p.csv')).rejects.toThrow('p.csv, row 2: Quoted field unterminated');
});
