import { expect, test } from 'vitest';
import { parseCaptions } from './captions-formats';

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

test('the same pairs in CSV, TSV, JSON lines and a JSON list give the same captions', () => {
  expect(parseCaptions(csv, 'pairs.csv')).toEqual(pairs);
  expect(parseCaptions(tsv, 'pairs.tsv')).toEqual(pairs);
  expect(parseCaptions(jsonl, 'pairs.jsonl')).toEqual(pairs);
  expect(parseCaptions(jsonList, 'pairs.json')).toEqual(pairs);
  expect(parseCaptions(jsonList, 'pairs')).toEqual(pairs);
});

test('every unmistakable name of the picture and of its caption is taken, in any case', () => {
  const pictures = ['file', 'File_Path', 'image_file', 'image_name', 'IMG', 'img_path', 'picture', 'photo'];
  const captions = ['caption', 'Text', 'sentence', 'description'];
  for (const picture of pictures) {
    for (const caption of captions) {
      const table = csv.replace('file_name,caption', `${picture},${caption}`);
      const list = jsonList.replaceAll('"image"', `"${picture}"`).replaceAll('"caption"', `"${caption}"`);
      expect(parseCaptions(table, 'pairs.csv')).toEqual(pairs);
      expect(parseCaptions(list, 'pairs.json')).toEqual(pairs);
    }
  }
});

test('a JSON list whose objects name no picture, or with an entry that is no object, is an error', () => {
  expect(() => parseCaptions('[{"caption": "x"}]', 'p.json')).toThrow('p.json has no field for pictures');
  expect(() => parseCaptions('[]', 'p.json')).toThrow('p.json has no field for pictures');
  expect(() => parseCaptions('[{"image": "a.jpg", "text": "x"}, 3]', 'p.json')).toThrow(
    'p.json, entry 2 must be an object, but is',
  );
  expect(() => parseCaptions('[{"image": "a.jpg", "text": "x"}, {"text": "y"}]', 'p.json')).toThrow(
    'p.json, entry 2 has no image',
  );
});

test('the content decides where the extension does not', () => {
  expect(parseCaptions(csv, 'pairs')).toEqual(pairs);
  expect(parseCaptions(jsonl, 'pairs')).toEqual(pairs);
  expect(parseCaptions(jsonl, 'pairs.json')).toEqual(pairs);
  const coco =
    '{\n "images": [{"id": 1, "file_name": "a.jpg"}],\n "annotations": [{"id": 1, "image_id": 1, "caption": "x"}]}';
  expect(parseCaptions(coco, 'pairs').captions).toEqual([{ id: 1, imageId: 1, text: 'x' }]);
});

test('ids in a table are kept', () => {
  expect(parseCaptions('id,path,text\nx7,a.jpg,a cat', 'p.csv').captions[0].id).toBe('x7');
});

test('an error names the column, the row or the line', () => {
  const cases: [string, string, string][] = [
    ['a,caption\n1,x', 'p.csv', 'p.csv has no field for pictures: it needs one of file_name'],
    [
      'image,b\n1,x',
      'p.csv',
      'has no field for captions: it needs one of caption, text, sentence, description, and has image, b',
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
  for (const [text, name, message] of cases) expect(() => parseCaptions(text, name)).toThrow(message);
});
