import { expect, test } from 'vitest';
import { configOf } from '../../../../tests/support/cells';
import { DEFAULT_SWEEP } from '../../../protocol/sweep-config';
import { plan } from '../plan';
import { fitSweep } from './fit-sweep';
import { forecast } from './forecast';

test('without anything known, the default sweep makes the product of its axes', () => {
  expect(forecast(DEFAULT_SWEEP, {})).toEqual({
    dims: 3,
    precisions: 3,
    pools: 6,
    spaces: 3,
    rows: 54,
    leftOut: [],
  });
});

test('what will be left out is said, and not counted', () => {
  const known = { texts: 159, images: 159, mostTexts: 1, mostImages: 1 };
  expect(forecast(DEFAULT_SWEEP, known)).toMatchObject({
    pools: 2,
    rows: 18,
    leftOut: [expect.stringMatching(/^Pools of 200, 300, 400 and 500 need more pictures than the 159/)],
  });
});

test('where projections decide, rows are counted once the base is known, as the plan counts them', () => {
  const config = configOf({
    dims: [4, 8, 16],
    projections: ['random', 'pca'],
    precisions: ['fp32', 'int8'],
    candidateSizes: [10, 'all'],
  });
  expect(forecast(config, {})).toMatchObject({ spaces: null, rows: null });
  const input = { texts: 40, images: 40, mostTexts: 1, mostImages: 1, baseDim: 8 };
  expect(forecast(config, input)).toMatchObject({
    spaces: 5,
    rows: plan(fitSweep(config, input).config, input).length,
  });
});

test('a run that could not measure anything is a sentence', () => {
  const known = { texts: 20, images: 20, mostTexts: 1, mostImages: 1 };
  expect(forecast({ ...DEFAULT_SWEEP, candidateSizes: [100] }, known)).toMatch(
    /^The pool of 100 needs more pictures than the 20 of this run\. Choose/,
  );
});
