import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { INITIAL_STATE } from '../../state/lab-state';
import { labStore } from '../../state/store';
import { FilePicker } from './FilePicker';

beforeEach(() => labStore.setState(INITIAL_STATE, true));

const captions = new File(['{"images": [], "annotations": []}'], 'captions.json');
const pictures = ['a.jpg', 'b.png'].map((name) => new File(['x'], name));

test('before there are files a hint says which', async () => {
  const screen = await render(<FilePicker />);
  await expect.element(screen.getByText('a captions file with its pictures')).toBeVisible();
});

test('chosen files are named and counted, and the data is what was chosen', async () => {
  const screen = await render(<FilePicker />);
  await userEvent.upload(screen.getByLabelText('Choose files'), [captions, ...pictures]);
  await expect.element(screen.getByText('captions.json · 2 pictures')).toBeVisible();
  expect(labStore.getState().choices.data).toBe('files');
});

test('files that are chosen later join those before', async () => {
  const screen = await render(<FilePicker />);
  await userEvent.upload(screen.getByLabelText('Choose files'), captions);
  await userEvent.upload(screen.getByLabelText('Choose files'), pictures[0]);
  await expect.element(screen.getByText('captions.json · 1 picture')).toBeVisible();
});

test('the same file can be chosen again after it was changed', async () => {
  const screen = await render(<FilePicker />);
  const input = screen.getByLabelText('Choose files');
  await userEvent.upload(input, captions);
  await expect.element(screen.getByText('captions.json')).toBeVisible();
  await expect.element(input).toHaveValue('');
});

test('a file of no use is named in a notice and changes nothing', async () => {
  const screen = await render(<FilePicker />);
  await userEvent.upload(screen.getByLabelText('Choose files'), new File(['x'], 'notes.docx'));
  await expect.poll(() => labStore.getState().notices).toEqual([expect.stringContaining('notes.docx')]);
  await expect.element(screen.getByText('Or drop them anywhere')).toBeVisible();
});

test('both choices are reached by the keyboard, and the second one is of folders', async () => {
  const screen = await render(<FilePicker />);
  await userEvent.tab();
  await expect.element(screen.getByLabelText('Choose files')).toHaveFocus();
  await userEvent.tab();
  await expect.element(screen.getByLabelText('Choose a folder')).toHaveFocus();
  expect((screen.getByLabelText('Choose a folder').element() as HTMLInputElement).webkitdirectory).toBe(true);
});
