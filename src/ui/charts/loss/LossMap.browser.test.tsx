import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { measuredRow } from '../../../../tests/support/rows';
import { BASELINE } from '../../../report/finding/sentences';
import { LOSS_MAP } from '../texts';
import { LossMap } from './LossMap';

const row = measuredRow(
  { dim: 256, precision: 'int8' },
  { mean: 0.7, margin: 0.01, difference: [{ mean: -0.1, low: -0.12, high: -0.08 }] },
);

const show = async () => {
  const onCell = vi.fn();
  const screen = await render(
    <LossMap
      rows={[row]}
      spaces={[
        { dim: 256, projection: 'random' },
        { dim: 512, projection: 'none' },
      ]}
      precisions={['int8']}
      direction="textToImage"
      pool={{ candidateSize: 100, wholeGallery: false }}
      k={10}
      kIndex={0}
      onCell={onCell}
    />,
  );
  return { screen, onCell };
};

test('a cell leads to its line of the table, by mouse and by keyboard', async () => {
  const { screen, onCell } = await show();
  await screen.getByRole('button').click();
  expect(onCell).toHaveBeenLastCalledWith(row.experiment);
  await userEvent.keyboard('{Enter}');
  expect(onCell).toHaveBeenCalledTimes(2);
});

test('the cell under the pointer or the focus is put in words', async () => {
  const { screen } = await show();
  const note = screen.container.querySelector('p')!;
  await userEvent.tab();
  await expect.element(note).toHaveTextContent(/256.*int8/);
  await userEvent.tab();
  await expect.element(note).toHaveTextContent(LOSS_MAP.note(10, BASELINE, true));
});
