import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { INITIAL_STATE } from '../../../state/lab-state';
import { rememberCard } from '../../../state/open-cards';
import { changeChoices, labStore } from '../../../state/store';
import { ModelPanel } from './ModelPanel';

/** Answers requests for the length of a file as a hub does, whatever the file. */
const hub = vi.fn(async () => new Response(null, { headers: { 'Content-Length': '1000000' } }));

beforeEach(() => {
  labStore.setState(INITIAL_STATE, true);
  rememberCard('model', true);
  vi.stubGlobal('fetch', hub.mockClear());
  return () => vi.unstubAllGlobals();
});

test('the demo needs no download', async () => {
  const screen = await render(<ModelPanel />);
  await expect.element(screen.getByTestId('model-facts')).toHaveTextContent('none: part of this page');
  expect(hub).not.toHaveBeenCalled();
});

test('embeddings that were made elsewhere need no model', async () => {
  const screen = await render(<ModelPanel />);
  changeChoices({ data: 'npz' });
  await expect.element(screen.getByRole('heading', { name: 'Model' })).not.toBeInTheDocument();
});

test('the host of a model that is typed in is asked only when the button is pressed', async () => {
  const screen = await render(<ModelPanel />);
  await userEvent.selectOptions(screen.getByLabelText('Dual encoder'), 'url');
  await screen.getByLabelText('Id or address').fill('https://models.example/mine/');
  await expect.element(screen.getByTestId('model-facts')).toHaveTextContent('6 files of unknown size');
  expect(hub).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Ask the host' }).click();
  await expect.element(screen.getByTestId('model-facts')).toHaveTextContent('Download6 MB');
  await expect.element(screen.getByRole('button', { name: 'Ask the host' })).not.toBeInTheDocument();
});

test('a host without the files is a problem that names it', async () => {
  hub.mockImplementation(async () => new Response(null, { status: 404 }));
  const screen = await render(<ModelPanel />);
  await userEvent.selectOptions(screen.getByLabelText('Dual encoder'), 'url');
  await screen.getByLabelText('Id or address').fill('https://models.example/other/');
  await screen.getByRole('button', { name: 'Ask the host' }).click();
  await expect.element(screen.getByText(/models\.example.* was not found \(404\)/)).toBeVisible();
});

test('a model that is not named yet is asked for', async () => {
  const screen = await render(<ModelPanel />);
  await userEvent.selectOptions(screen.getByLabelText('Dual encoder'), 'url');
  await expect.element(screen.getByText(/^Enter a model/)).toBeVisible();
});

test('chosen weights that a model does not have stay visible, with what is used instead', async () => {
  changeChoices({ dtype: 'q8' });
  const screen = await render(<ModelPanel />);
  await expect.element(screen.getByLabelText('Weights')).toHaveDisplayValue(/\(not offered\)$/);
  await expect.element(screen.getByTestId('substitution')).toHaveTextContent('fp32 is used instead');
});
