import { expect, test } from 'vitest';
import { readCaptions } from './read-captions';

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

test('CSV, TSV and JSON lines of the same pairs read the same', () => {
  expect(readCaptions(csv, 'pairs.csv')).toEqual(pairs);
  expect(readCaptions(tsv, 'pairs.tsv')).toEqual(pairs);
  expect(readCaptions(jsonl, 'pairs.jsonl')).toEqual(pairs);
});

test('content decides where the extension does not', () => {
  expect(readCaptions(csv, 'pairs')).toEqual(pairs);
  expect(readCaptions(jsonl, 'pairs')).toEqual(pairs);
  expect(readCaptions(jsonl, 'pairs.json')).toEqual(pairs);
  const coco =
    '{\n "images": [{"id": 1, "file_name": "a.jpg"}],\n "annotations": [{"id": 1, "image_id": 1, "caption": "x"}]}';
  expect(readCaptions(coco, 'pairs').captions).toEqual([{ id: 1, imageId: 1, text: 'x' }]);
});

test('ids of a table survive', () => {
  expect(readCaptions('id,path,text\nx7,a.jpg,a cat', 'p.csv').captions[0].id).toBe('x7');
});

test('an error names the column, the row or the line', () => {
  const cases: [string, string, string][] = [
    ['a,caption\n1,x', 'p.csv', 'p.csv has no field for the picture: one of file_name'],
    [
      'image,b\n1,x',
      'p.csv',
      'has no field for the caption: one of caption, text is needed, it has image, b',
    ],
    ['image,caption\n', 'p.csv', 'p.csv holds no record'],
    ['image,caption\na.jpg,x\nb.jpg', 'p.csv', 'p.csv, row 2 has 1 cells where the header has 2'],
    ['image,caption\n../a.jpg,x', 'p.csv', 'p.csv, row 1.image is "../a.jpg"'],
    ['image,caption\na.jpg,"x', 'p.csv', 'p.csv, row '],
    ['{"image": "a.jpg", "text": "x"}\n{"image"', 'p.jsonl', 'p.jsonl, line 2 is not valid JSON'],
    ['{"image": "a.jpg", "text": "x"}\n{"image": "b.jpg"}', 'p.jsonl', 'p.jsonl, line 2 has no text'],
    ['[1]', 'p.jsonl', 'p.jsonl, line 1 must be an object'],
  ];
  for (const [text, name, message] of cases) expect(() => readCaptions(text, name)).toThrow(message);
});
