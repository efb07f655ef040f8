import { expect, test } from 'vitest';
import { dtypesOf } from '../catalogue/model-files';
import { droppedModel, hashDropped, modelFilesOf, readDropped } from './dropped-model';

const file = (name: string, content = name) => new File([content], name);
const SETTINGS = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'].map(
  (name) => file(name),
);
const GRAPHS = [file('vision_model.onnx'), file('text_model.onnx')];

test('JSON files belong to a model only where graphs come with them', () => {
  const captions = file('captions.json');
  expect(modelFilesOf([...SETTINGS, captions])).toEqual([]);
  expect(modelFilesOf([...SETTINGS, captions, ...GRAPHS])).toEqual([...SETTINGS, ...GRAPHS]);
});

test('a dtype is offered where both of its graphs were dropped', () => {
  const given = [...SETTINGS, ...GRAPHS, file('vision_model_quantized.onnx')];
  expect(dtypesOf(droppedModel(given))).toEqual(['fp32']);
  expect(dtypesOf(droppedModel([...given, file('text_model_quantized.onnx')]))).toEqual(['fp32', 'q8']);
});

test('missing files are named', () => {
  expect(() => droppedModel([])).toThrow(/No model files yet.*config.json/);
  expect(() => droppedModel([...SETTINGS.slice(1), ...GRAPHS])).toThrow(/incomplete.*: config.json\.$/);
  expect(() => droppedModel([...SETTINGS, GRAPHS[0]])).toThrow(
    'a vision_model*.onnx with its text_model*.onnx',
  );
});

test('the revision depends on the content alone, not on the order of the files', async () => {
  const given = [...SETTINGS, ...GRAPHS];
  const spec = droppedModel(given);
  const hash = await hashDropped(given, spec, 'fp32');
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await hashDropped([...given].reverse(), spec, 'fp32')).toBe(hash);
  const other = [...SETTINGS, GRAPHS[0], file('text_model.onnx', 'other')];
  expect(await hashDropped(other, spec, 'fp32')).not.toBe(hash);
  expect((await readDropped(given, spec, 'fp32')).config).toBe('config.json');
});
