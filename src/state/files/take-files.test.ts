import { expect, test } from 'vitest';
import { sortFiles, type SortedFiles } from '../../dataset/sort-files';
import { DEFAULT_CHOICES, type Choices } from '../../protocol/choices';
import type { UserFiles } from '../../run/request';
import { NO_FILES } from '../lab-state';
import { placeFiles } from './take-files';

const file = (name: string) => new File(['x'], name);

const NOTHING: SortedFiles = {
  captionFiles: [],
  pictureFiles: [],
  zips: [],
  tars: [],
  texts: [],
  vectors: [],
  besideVectors: [],
  ignored: [],
};

async function drop(
  names: readonly string[],
  { before = NO_FILES, choices = DEFAULT_CHOICES, model = [] as File[] } = {},
) {
  return placeFiles(before, choices as Choices, await sortFiles(names.map(file)), model);
}

test('captions and pictures that are dropped are the data from then on; the model stays', async () => {
  const { files, choices } = await drop(['captions.json', 'a.jpg', 'b.png']);
  expect(files.captions?.name).toBe('captions.json');
  expect(files.pictures.map(({ name }) => name)).toEqual(['a.jpg', 'b.png']);
  expect(choices).toMatchObject({ data: 'files', model: DEFAULT_CHOICES.model });
});

test('files replace those of the same kind and leave the others', async () => {
  const { files: before } = await drop(['captions.json', 'a.jpg']);
  const { files } = await drop(['other.csv'], { before });
  expect([files.captions?.name, files.pictures[0].name]).toEqual(['other.csv', 'a.jpg']);
});

test('a zip takes the place of pictures, and pictures that of a zip', async () => {
  const { files: loose } = await drop(['a.jpg']);
  const { files: zipped } = await drop(['pictures.zip'], { before: loose });
  expect([zipped.zip?.name, zipped.pictures]).toEqual(['pictures.zip', []]);
  const { files: again } = await drop(['b.jpg'], { before: zipped });
  expect([again.zip, again.pictures.map(({ name }) => name)]).toEqual([null, ['b.jpg']]);
});

test('a tar takes the place of pictures, and texts beside pictures that of a captions file', async () => {
  const { files: before } = await drop(['captions.json', 'a.jpg']);
  const { files } = await drop(['s0.tar', 's1.tar'], { before });
  expect([files.captions?.name, files.pictures, files.tars.length]).toEqual(['captions.json', [], 2]);
  const { files: folder } = await drop(['a.jpg', 'a.txt', 'b.jpg', 'b.json'], { before: files });
  expect([folder.captions, folder.tars]).toEqual([null, []]);
  expect(folder.texts.map(({ name }) => name)).toEqual(['a.txt', 'b.json']);
  const { files: again } = await drop(['captions.json'], { before: folder });
  expect([again.captions?.name, again.texts]).toEqual(['captions.json', []]);
});

test('an npz is the data from then on, instead of the one at an address', async () => {
  const choices = { ...DEFAULT_CHOICES, npzUrl: 'https://host.example/a.npz' };
  expect((await drop(['vectors.npz'], { choices })).choices).toMatchObject({ data: 'npz', npzUrl: '' });
});

test('further .npy files join those before; an .npz takes the place of all', async () => {
  const { files: first } = await drop(['q.npy', 'd.npy']);
  const { files: second } = await drop(['gt.npy', 'q.npy'], { before: first });
  expect(second.vectors.map(({ name }) => name)).toEqual(['d.npy', 'gt.npy', 'q.npy']);
  const { files: third } = await drop(['all.npz'], { before: second });
  expect(third.vectors.map(({ name }) => name)).toEqual(['all.npz']);
});

test('judgements join vectors that come before or with them, and are forgotten when other vectors come', () => {
  const beside = (files: UserFiles) => files.besideVectors.map(({ name }) => name);
  const take = (before: UserFiles, sorted: Partial<SortedFiles>) =>
    placeFiles(before, DEFAULT_CHOICES, { ...NOTHING, ...sorted }, []);
  const { files: alone } = take(NO_FILES, { besideVectors: [file('test.tsv')] });
  const { files: first } = take(alone, { vectors: [file('a.npz')] });
  expect(beside(first)).toEqual(['test.tsv']);
  const { files: more } = take(first, { besideVectors: [file('corpus.jsonl'), file('test.tsv')] });
  expect(beside(more)).toEqual(['corpus.jsonl', 'test.tsv']);
  const { files: other, notices } = take(more, {
    vectors: [file('b.npz')],
    besideVectors: [file('test.tsv')],
  });
  expect(beside(other)).toEqual(['test.tsv']);
  expect(notices).toEqual([expect.stringMatching(/^No longer used.*: corpus\.jsonl\. Drop it again/)]);
  const { files: arrays } = take({ ...other, vectors: [file('q.npy')] }, { vectors: [file('d.npy')] });
  expect(beside(arrays)).toEqual(['test.tsv']);
});

test('a model that is dropped is used, whatever the data', async () => {
  const { files, choices } = await drop([], { model: [file('vision_model.onnx')] });
  expect(choices).toMatchObject({ data: DEFAULT_CHOICES.data, model: 'files' });
  expect(files.model).toHaveLength(1);
});

test('of several files of a kind the first is used, and that is said', async () => {
  const { files, notices } = await drop(['a.json', 'b.json']);
  expect(files.captions?.name).toBe('a.json');
  expect(notices).toEqual(['2 captions files were given; a.json is used.']);
});

test('what nothing can be done with is named, and changes nothing', async () => {
  const { choices, notices } = await drop(['notes.docx', 'b.docx', 'c.docx', 'd.docx']);
  expect(choices).toEqual(DEFAULT_CHOICES);
  expect(notices).toEqual([expect.stringMatching(/^Ignored.*notes\.docx, b\.docx, c\.docx and 1 more\.$/)]);
});
