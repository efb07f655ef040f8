import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { bytesPoints, chanceIn, fronts, type BytesPoint } from './frontier';
import { frontBoxes, frontPath } from './front-path';
import { measureOf } from './measure';

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
      const [front] = fronts(points, { unit });
      const beats = (a: BytesPoint, b: BytesPoint) => {
        const gain = sign * (a.quality.mean - b.quality.mean);
        return (a.bytes <= b.bytes && gain > 0) || (a.bytes < b.bytes && gain >= 0);
      };
      const unbeaten = points.filter((point) => !points.some((other) => beats(other, point)));
      expect(new Set(front)).toEqual(new Set(unbeaten));
    }),
  );
});

test('each direction has its own front', () => {
  expect(fronts(bytesPoints(rows, ['textToImage', 'imageToText'], 100, recall), recall)).toHaveLength(2);
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
});
