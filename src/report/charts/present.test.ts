import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { notHidden, presentIn } from './present';

const rows = [
  measuredRow({ dim: 512, precision: 'int4' }, { mean: 0.7, margin: 0 }),
  measuredRow({ dim: 512, precision: 'fp32' }, { mean: 0.7, margin: 0 }),
  measuredRow({ dim: 256, precision: 'fp32' }, { mean: 0.7, margin: 0 }),
];

test('a legend has what is there, each once, in its order', () => {
  expect(presentIn(rows)).toEqual({
    precisions: ['fp32', 'int4'],
    spaces: [
      { dim: 256, projection: 'random' },
      { dim: 512, projection: 'none' },
    ],
  });
});

test('a row is gone if its precision or its space is hidden', () => {
  expect(notHidden(rows, new Set())).toBe(rows);
  expect(notHidden(rows, new Set(['int4']))).toEqual(rows.slice(1));
  expect(notHidden(rows, new Set(['512 none']))).toEqual(rows.slice(2));
});
