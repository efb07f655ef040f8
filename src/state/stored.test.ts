import { expect, test } from 'vitest';
import { byModel } from './stored';

const file = (folder: string, name: string, stored: string) => ({
  url: folder + name,
  name,
  model: `model of ${folder}`,
  bytes: 1,
  total: 1,
  validator: null,
  sha256: 'f'.repeat(64),
  stored,
});

test('files stand with their model, the newest model and file first', () => {
  const [old, new1, new2] = [
    file('https://a/', 'config.json', '2026-01-01'),
    file('https://b/', 'onnx/text_model.onnx', '2026-02-02'),
    file('https://b/', 'onnx/vision_model.onnx', '2026-02-03'),
  ];
  expect(byModel([old, new1, new2])).toEqual([
    { label: 'model of https://b/', folder: 'https://b/', files: [new2, new1] },
    { label: 'model of https://a/', folder: 'https://a/', files: [old] },
  ]);
});
