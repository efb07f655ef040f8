import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { measureOf } from './measure';
import { poolSeries } from './series';

const recall = measureOf('recall', [10, 20], 0);

const rows = [
  measuredRow({ candidateSize: 200, precision: 'fp16' }, { mean: 0.7, margin: 0.1, imageToText: 0.6 }),
  measuredRow({ candidateSize: 100, precision: 'fp16' }, { mean: 0.9, margin: 0.1, perVector: 1024 }),
  measuredRow({ candidateSize: 100, precision: 'int8' }, { mean: 0.8, margin: 0.1, perVector: 512 }),
];

test('a series is a dimension at a precision in a direction, named once', () => {
  const { series } = poolSeries(rows, ['textToImage', 'imageToText'], recall);
  expect(series.map(({ id }) => id)).toEqual([
    '512 none fp16 textToImage',
    '512 none fp16 imageToText',
    '512 none int8 textToImage',
    '512 none int8 imageToText',
  ]);
  expect(series[1]).toMatchObject({ dim: 512, precision: 'fp16', direction: 'imageToText' });
});

test('points ascend by the number of candidates', () => {
  const { points } = poolSeries(rows, ['textToImage'], recall);
  expect(points).toEqual([
    { candidates: 100, chance: 0.1, '512 none fp16 textToImage': 0.9, '512 none int8 textToImage': 0.8 },
    { candidates: 200, chance: 0.05, '512 none fp16 textToImage': 0.7 },
  ]);
});

test('chance is never above one', () => {
  const small = measuredRow({ candidateSize: 5 }, { mean: 1, margin: 0 });
  expect(poolSeries([small], ['textToImage'], recall).points[0].chance).toBe(1);
});

test('each direction has its own recall, and each cut-off', () => {
  const told = measuredRow({}, { mean: 0.9, margin: 0, atSecondK: 0.5, imageToText: 0.6 });
  const { points } = poolSeries([told], ['textToImage', 'imageToText'], measureOf('recall', [1, 1], 1));
  expect(points[0]).toMatchObject({ '512 none fp16 textToImage': 0.5, '512 none fp16 imageToText': 0.6 });
});

test('in the whole gallery each direction stands at its own number of candidates', () => {
  const whole = measuredRow({ candidateSize: 200, wholeGallery: true }, { mean: 0.7, margin: 0 });
  const row = { ...whole, imageToText: { ...whole.imageToText, candidates: 1000 } };
  const { points } = poolSeries([row], ['textToImage', 'imageToText'], recall);
  expect(points).toEqual([
    { candidates: 200, chance: 0.05, '512 none fp16 textToImage': 0.7 },
    { candidates: 1000, chance: 0.01, '512 none fp16 imageToText': 0.7 },
  ]);
});
