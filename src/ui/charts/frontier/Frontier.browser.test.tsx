import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { measuredRow } from '../../../../tests/support/rows';
import type { Precision } from '../../../protocol/sweep-config';
import { bytesPoints } from '../../../report/charts/frontier';
import { measureOf } from '../../../report/charts/measure';
import { Frontier } from './Frontier';

const recall = measureOf('recall', [10], 0);
const compared = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01 });
const points = bytesPoints(
  [
    measuredRow(
      { precision: 'int8' },
      { mean: 0.8, margin: 0.01, perVector: 514, difference: [compared(0)] },
    ),
    measuredRow(
      { precision: 'int4' },
      { mean: 0.7, margin: 0.01, perVector: 258, difference: [compared(-0.1)] },
    ),
  ],
  ['textToImage'],
  100,
  recall,
);
const show = (precision: Precision) =>
  render(
    <Frontier
      {...{ points }}
      measure={recall}
      chance={0.1}
      whole={false}
      comparedWith={{ dim: 512, projection: 'none', precision }}
      width={600}
      height={300}
    />,
  );

test('the cell that others are compared with has a ring, and they say how they differ from it', async () => {
  const { getByTestId, getByRole } = await show('int8');
  await expect.element(getByTestId('baseline-ring')).toBeInTheDocument();
  expect(getByTestId('baseline-ring').elements()).toHaveLength(1);
  await userEvent.tab();
  await expect
    .element(getByRole('slider'))
    .toHaveAttribute('aria-valuetext', expect.stringContaining('512 · int4'));
  await expect
    .element(getByTestId('chart-note'))
    .toHaveTextContent(/−10\.0 ±\s1\.0 points against 512 · int8$/);
});

test('a cell that is not drawn has no ring, and its differences are told all the same', async () => {
  const { getByTestId } = await show('fp32');
  await expect.element(getByTestId('on-front').first()).toBeInTheDocument();
  await expect.element(getByTestId('baseline-ring')).not.toBeInTheDocument();
  await userEvent.tab();
  await expect.element(getByTestId('chart-note')).toHaveTextContent(/against 512 · fp32$/);
});
