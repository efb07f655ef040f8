import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { candidatesAxis } from './axes/candidates-axis';
import { measureOf } from './measure';
import { panelColumns, poolPanels } from './pool-panels';
import { poolSeries } from './series';

test('each space has a panel, smaller dimensions first, in which a line has the points that were measured', () => {
  const rows = [
    measuredRow({ dim: 512, candidateSize: 200 }, { mean: 0.7, margin: 0 }),
    measuredRow({ dim: 512, candidateSize: 100 }, { mean: 0.9, margin: 0 }),
    measuredRow({ dim: 256, candidateSize: 100 }, { mean: 0.6, margin: 0 }),
  ];
  const panels = poolPanels(poolSeries(rows, ['textToImage'], measureOf('recall', [10], 0)));
  expect(panels.map(({ space, lines }) => [space.dim, lines.map(({ points }) => points)])).toEqual([
    [256, [[{ candidates: 100, value: 0.6 }]]],
    [
      512,
      [
        [
          { candidates: 100, value: 0.9 },
          { candidates: 200, value: 0.7 },
        ],
      ],
    ],
  ]);
});

test('an axis of candidates has its ticks at pools, the largest among them, and only those that fit', () => {
  expect(candidatesAxis([100, 200, 300, 400, 500, 1000], 200)).toMatchObject({
    domain: [55, 1045],
    ticks: [100, 500, 1000],
  });
  expect(candidatesAxis([500], 200)).toMatchObject({ ticks: [500] });
});

test.each([
  [6, 5, 3],
  [11, 5, 4],
  [11, 6, 6],
  [7, 6, 4],
  [5, 5, 5],
  [4, 3, 2],
  [3, 0, 1],
  [0, 4, 1],
])('of %i panels where %i fit, %i stand in a row', (panels, most, columns) => {
  expect(panelColumns(panels, most)).toBe(columns);
});
