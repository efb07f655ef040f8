import { expect, test } from 'vitest';
import { lossOf, measuredRow } from '../../../tests/support/rows';
import { lossBars, pointTicks, roundPoints } from './losses';

const told = (precision: number) => ({
  mean: 0.8,
  margin: 0,
  loss: [lossOf(-0.1, 0.02, precision), lossOf(-0.2, 0.04, precision)],
});
const rows = [
  measuredRow({ dim: 512, precision: 'int4' }, told(0.3)),
  measuredRow({ dim: 512, precision: 'fp16' }, told(0)),
  measuredRow({ dim: 256, precision: 'int4' }, told(0.4)),
  measuredRow({ dim: 512, precision: 'int8', candidateSize: 200 }, told(0.1)),
  measuredRow({ dim: 1024, precision: 'fp16' }, { mean: 0.8, margin: 0 }),
];

test('bars are those of one candidate size, by dimension and then from the finest precision', () => {
  const bars = lossBars(rows, 'textToImage', 100, 0);
  expect(bars.map(({ dim, precision }) => `${dim} ${precision}`)).toEqual([
    '256 int4',
    '512 fp16',
    '512 int4',
  ]);
});

test('each cut-off has its own loss', () => {
  expect(lossBars(rows, 'textToImage', 200, 0)[0].loss).toEqual(lossOf(-0.1, 0.02, 0.1));
  expect(lossBars(rows, 'textToImage', 200, 1)[0].loss).toEqual(lossOf(-0.2, 0.04, 0.1));
});

test('the axis holds every bar between round points and has a place for zero', () => {
  const bar = (pool: number, dimension: number, precision: number) => ({
    experiment: 'x',
    dim: 512,
    projection: 'none' as const,
    precision: 'int8' as const,
    candidateSize: 100,
    wholeGallery: false,
    loss: lossOf(pool, dimension, precision),
  });
  expect(pointTicks([bar(-0.14, 0.19, 0.13), bar(-0.14, 0, 0.02)], 6)).toEqual([0, 10, 20, 30, 40]);
  expect(pointTicks([bar(0, -0.14, 0.01)], 6)).toEqual([-15, -10, -5, 0, 5]);
  expect(pointTicks([bar(0, 0, 0)], 6)).toEqual([0, 1]);
  expect(pointTicks([bar(-0.14, 0.19, 0.13)], 3)).toEqual([0, 20, 40]);
  expect(roundPoints(0, 26.3, 5)).toEqual([0, 10, 20, 30]);
});
