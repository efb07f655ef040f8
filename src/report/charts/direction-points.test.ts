import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { directionPoints, lineBoxes } from './direction-points';
import { measureOf } from './measure';

const recall = measureOf('recall', [10], 0);

test('a point has both directions of a cell in pools of the size asked for, and is absent where one is not known', () => {
  const rows = [
    measuredRow({ precision: 'fp16' }, { mean: 0.9, margin: 0.1, imageToText: 0.8 }),
    measuredRow({ precision: 'int8' }, { mean: 0.9, margin: 0.1, imageToText: NaN }),
    measuredRow({ precision: 'int4', candidateSize: 200 }, { mean: 0.9, margin: 0.1 }),
  ];
  const points = directionPoints(rows, 100, recall);
  expect(
    points.map(({ precision, textToImage, imageToText }) => [precision, textToImage.mean, imageToText.mean]),
  ).toEqual([['fp16', 0.9, 0.8]]);
});

test('the boxes of a line lie on it without a gap, from one end to the other', () => {
  const boxes = lineBoxes({ x: 0, y: 100 }, { x: 200, y: 0 });
  const middles = boxes.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
  for (const { x, y } of middles) expect(y).toBeCloseTo(100 - x / 2, 9);
  const steps = middles.slice(1).map(({ x, y }, i) => Math.hypot(x - middles[i].x, y - middles[i].y));
  expect(Math.max(...steps)).toBeLessThanOrEqual(8);
  expect(middles[0].x).toBeLessThan(8);
  expect(middles.at(-1)!.x).toBeGreaterThan(192);
});
