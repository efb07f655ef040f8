import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import type { ResultRow } from '../../sweep/results/result';
import { BYTES, SPEED } from './along';
import { bytesPoints, chanceIn, fronts, speedPoints } from './frontier';
import { frontBoxes, frontPath } from './front-path';
import { measureOf } from './measure';
import type { BytesPoint, SpeedPoint } from './quality-point';

const recall = measureOf('recall', [10], 0);
const rows = [
  measuredRow({ candidateSize: 200, precision: 'fp16' }, { mean: 0.7, margin: 0.1, imageToText: 0.6 }),
  measuredRow({ candidateSize: 100, precision: 'fp16' }, { mean: 0.9, margin: 0.1, perVector: 1024 }),
  measuredRow({ candidateSize: 100, precision: 'int8' }, { mean: 0.8, margin: 0.1, perVector: 512 }),
];

test('points are the cells of one candidate size, and bytes are those of one gallery vector', () => {
  const points = bytesPoints(rows, ['textToImage'], 100, recall);
  expect(points.map(({ experiment, bytes, quality }) => [experiment, bytes, quality.mean])).toEqual([
    ['dim_512_prec_fp16_cand_100', 1024, 0.9],
    ['dim_512_prec_int8_cand_100', 512, 0.8],
  ]);
  expect(bytesPoints(rows, ['textToImage'], 500, recall)).toEqual([]);
});

test('chance is one level where all have as many candidates, else none', () => {
  expect(chanceIn(rows, ['textToImage'], 100, recall)).toBe(0.1);
  const row = { ...rows[0], imageToText: { ...rows[0].imageToText, candidates: 1000 } };
  expect(chanceIn([row], ['textToImage', 'imageToText'], 200, recall)).toBeNaN();
});

const pointsFrom = (values: readonly (readonly [number, number])[]): BytesPoint[] =>
  values.map(([bytes, mean], i) => ({
    experiment: String(i),
    dim: 512,
    projection: 'none',
    precision: 'fp32',
    direction: 'textToImage',
    bytes,
    quality: { mean, low: mean, high: mean },
  }));
const someValues = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 20,
});

test.each([
  ['share', 1],
  ['rank', -1],
] as const)('on the front of a %s is exactly what no other point beats', (unit, sign) => {
  fc.assert(
    fc.property(someValues, (values) => {
      const points = pointsFrom(values);
      const [front] = fronts(points, { unit }, BYTES);
      const beats = (a: BytesPoint, b: BytesPoint) => {
        const gain = sign * (a.quality.mean - b.quality.mean);
        return (a.bytes <= b.bytes && gain > 0) || (a.bytes < b.bytes && gain >= 0);
      };
      const unbeaten = points.filter((point) => !points.some((other) => beats(other, point)));
      expect(new Set(front)).toEqual(new Set(unbeaten));
    }),
  );
});

const speed = (median: number) => ({ median, slowest: 0.9 * median, fastest: 1.1 * median });
const method = { samples: 7, sampleMs: 50, threads: 1, device: '' };
const timed = (row: ResultRow, median: number): ResultRow => ({
  ...row,
  gallerySpeed: { textToImage: speed(median), imageToText: speed(2 * median), method },
});

test('speed stands on a chart where it was measured, each direction with its own', () => {
  const some = [timed(rows[1], 1000), rows[2], timed(rows[0], 3000)];
  const points = speedPoints(some, ['textToImage', 'imageToText'], 100, recall);
  expect(points.map(({ precision, direction, speed: { median } }) => [precision, direction, median])).toEqual(
    [
      ['fp16', 'textToImage', 1000],
      ['fp16', 'imageToText', 2000],
    ],
  );
});

test('on the front of speed is exactly what nothing faster is as good as, the fastest first', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const points = pointsFrom(values).map((point): SpeedPoint => ({ ...point, speed: speed(point.bytes) }));
      const [front] = fronts(points, recall, SPEED);
      const medians = front.map(({ speed: { median } }) => median);
      expect(medians).toEqual([...medians].sort((a, b) => b - a));
      const beats = (a: SpeedPoint, b: SpeedPoint) =>
        (a.speed.median >= b.speed.median && a.quality.mean > b.quality.mean) ||
        (a.speed.median > b.speed.median && a.quality.mean >= b.quality.mean);
      expect(new Set(front)).toEqual(
        new Set(points.filter((point) => !points.some((other) => beats(other, point)))),
      );
    }),
  );
});

test('each direction has its own front', () => {
  expect(fronts(bytesPoints(rows, ['textToImage', 'imageToText'], 100, recall), recall, BYTES)).toHaveLength(
    2,
  );
});

test('the step of a front holds each level until the next point, the last one to the edge', () => {
  const area = { x: 0, y: 0, width: 100, height: 50 };
  const points = [
    { x: 10, y: 40 },
    { x: 30, y: 20 },
  ];
  expect(frontPath(points, area)).toBe('M10 40H30V20H100');
  expect(frontBoxes(points, area)).toEqual([
    { x: 10, y: 39, width: 20, height: 2 },
    { x: 29, y: 20, width: 2, height: 20 },
    { x: 30, y: 19, width: 70, height: 2 },
  ]);
  expect(frontPath([points[1], points[0]], area, true)).toBe('M30 20H10V40H0');
  expect(frontBoxes([points[1]], area, true)).toEqual([{ x: 0, y: 19, width: 30, height: 2 }]);
});
