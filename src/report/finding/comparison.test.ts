import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { Precision } from '../../protocol/sweep-config';
import { comparison } from './comparison';

const cell = (precision: Precision, a: number, b: number, half: number | null, candidateSize = 500) => ({
  row: measuredRow({ precision, candidateSize }, { mean: a, margin: 0.01 }),
  a,
  b,
  difference: half === null ? null : { mean: b - a, low: b - a - half, high: b - a + half },
});
const said = (cells: Parameters<typeof comparison>[0]) =>
  comparison(cells, 'textToImage', 10, TEXT_AND_IMAGE);

test('the largest difference seen in the largest pool is told first, then those of all cells of that pool', () => {
  const cells = [
    cell('fp32', 0.9, 0.7, 0.01, 100),
    cell('int4', 0.7, 0.8, 0.2),
    cell('fp16', 0.9, 0.91, 0.005),
    cell('int8', 0.8, 0.78, 0.01),
  ];
  expect(said(cells)).toBe(
    'Text→image, pools of 500, 512 dimensions at int8, the largest difference seen: ' +
      'A finds the right picture among the first 10 for 80.0 % of queries, B for 78.0 %. B loses 2.0 ±\u00a01.0 points. Of 3 cells in this pool B loses in 1 and gains in 1; in 1 no difference is seen.',
  );
});

test('an interval that includes 0 is no difference', () => {
  expect(said([cell('fp16', 0.9, 0.91, 0.02)])).toMatch(
    /B for 91\.0 %\. No difference is seen \(±\u00a02\.0 points\)\.$/,
  );
});

test('cells that the change cannot touch do not lead, though no difference is seen in the others either', () => {
  const cells = [cell('fp16', 0.9, 0.9, 0), cell('int8', 0.8, 0.81, 0.02)];
  expect(said(cells)).toMatch(
    /at int8: .* No difference is seen \(±\u00a02\.0 points\)\. No difference is seen in any of the 2 cells of this pool\.$/,
  );
});

test('of runs that are alike in all cells the finest leads, and they agree exactly', () => {
  const cells = [cell('int8', 0.8, 0.8, 0), cell('fp16', 0.9, 0.9, 0)];
  expect(said(cells)).toMatch(
    /at fp16: .* B for 90\.0 %\. The two runs agree exactly\. No difference is seen in any of the 2 cells of this pool\.$/,
  );
});

test('without pairs the distance is told, and that no more is known', () => {
  const cells = [cell('fp16', 0.9, 0.88, null), cell('int8', 0.9, 0.8, null)];
  expect(said(cells)).toMatch(
    /at int8, the largest difference: .*That is 10\.0 points less; without an interval it is not known .*chance\.$/,
  );
  expect(said([cell('fp16', 0.9, 0.9, null)])).toMatch(/That is the same\.$/);
});

test('nothing is said where no cell is in both', () => {
  expect(said([])).toBe('');
});
