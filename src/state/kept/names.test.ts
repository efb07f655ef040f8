import { expect, test } from 'vitest';
import { namesOf } from './names';

test('files of one name are called by their paths, with the texts beside them; a model’s files by their names', () => {
  const files = [
    ['pictures', 'x/a/1.jpg'],
    ['pictures', 'x/b/1.jpg'],
    ['texts', 'x/b/1.txt'],
    ['vectors', 'y/q.npy'],
    ['model', 'm/onnx/text_model.onnx'],
  ].map(([slot, path]) => ({ slot, path }));
  expect(namesOf(files)).toEqual(['x/a/1.jpg', 'x/b/1.jpg', 'x/b/1.txt', 'q.npy', 'text_model.onnx']);
});
