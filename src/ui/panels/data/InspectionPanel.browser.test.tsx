import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { INITIAL_STATE } from '../../../state/lab-state';
import { changeChoices, labStore, setFiles, setInspection } from '../../../state/store';
import { watchFiles } from '../../../state/files/watch-files';
import { InspectionPanel } from './InspectionPanel';

const file = (name: string, content: string) => new File([content], name);

beforeEach(() => labStore.setState(INITIAL_STATE, true));

test('dropped files are looked at in a thread, and again when a column is chosen', async () => {
  watchFiles();
  setFiles({
    ...INITIAL_STATE.files,
    captions: file('p.csv', 'foto,kurz,lang\na.jpg,x,a cat on <i>a</i> mat\n'),
    pictures: [file('a.jpg', 'x'), file('b.jpg', 'x')],
  });
  changeChoices({ data: 'files' });
  const screen = await render(<InspectionPanel />);
  await expect.element(screen.getByText('a table (CSV): 1 caption of 1 picture')).toBeVisible();
  await expect.element(screen.getByText('2 pictures, of which 1 with captions')).toBeVisible();
  await expect.element(screen.getByText('a cat on <i>a</i> mat')).toBeVisible();
  await screen.getByLabelText('Column of the captions').selectOptions('kurz');
  await expect
    .poll(() => {
      const { inspection } = labStore.getState();
      return typeof inspection === 'string' ? inspection : inspection.head?.found.caption;
    })
    .toEqual({ name: 'kurz', by: 'choice' });
  await screen.getByRole('button', { name: 'Remove p.csv' }).click();
  await expect.element(screen.getByText('p.csv')).not.toBeInTheDocument();
  expect(labStore.getState().files.pictures).toHaveLength(2);
});

test('nothing is shown while nothing is dropped', async () => {
  setInspection('none');
  const screen = await render(<InspectionPanel />);
  expect(screen.container.textContent).toBe('');
});
