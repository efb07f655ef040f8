import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { RecordsPreview } from './RecordsPreview';

const table = {
  columns: ['nr', 'foto', 'satz'],
  rows: [
    ['1', 'a.jpg', 'a <b>cat</b>'],
    ['2', 'b.jpg', 'a dog'],
  ],
};

test('rows are shown as text, guesses are marked, and a column can be chosen', async () => {
  const onChoose = vi.fn();
  const screen = await render(
    <RecordsPreview
      {...table}
      roles={[
        { label: 'Pictures', chosen: '', guessed: 'foto', onChoose: () => undefined },
        { label: 'Captions', chosen: '', guessed: null, onChoose },
      ]}
    />,
  );
  await expect.element(screen.getByText('a <b>cat</b>')).toBeVisible();
  await expect.element(screen.getByLabelText('Pictures')).toHaveDisplayValue('foto (guessed)');
  await expect.element(screen.getByRole('columnheader', { name: 'foto Pictures' })).toBeVisible();
  await screen.getByLabelText('Captions').selectOptions('satz');
  expect(onChoose).toHaveBeenCalledWith('satz');
});
