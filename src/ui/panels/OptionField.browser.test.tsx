import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { OPTIONS } from '../../protocol/choices';
import { INITIAL_STATE } from '../../state/lab-state';
import { changeChoices, labStore } from '../../state/store';
import { OptionField } from './OptionField';

beforeEach(() => labStore.setState(INITIAL_STATE, true));

const choices = () => labStore.getState().choices;
const field = async (name: keyof typeof OPTIONS) => {
  const screen = await render(<OptionField name={name} />);
  return { screen, control: screen.getByLabelText(OPTIONS[name].label) };
};

test.each(['0', '-3', '2.5', 'many', '99999999999'])(
  '“%s” is no number of samples: it is marked, and the choice stays',
  async (text) => {
    const { control } = await field('samples');
    const before = choices().samples;
    await control.fill(text);
    await expect.element(control).toHaveAttribute('aria-invalid', 'true');
    await expect.element(control).toHaveValue(text);
    expect(choices().samples).toBe(before);
  },
);

test('a field that is left shows the choice again instead of what could not be read', async () => {
  const { control } = await field('samples');
  await control.fill('60');
  await control.fill('60 or so');
  await userEvent.tab();
  await expect.element(control).toHaveValue('60');
  await expect.element(control).toHaveAttribute('aria-invalid', 'false');
});

test('All chooses all, leaves the field empty and cannot be pressed twice', async () => {
  const { screen, control } = await field('samples');
  await control.fill('60');
  await screen.getByRole('button', { name: 'All' }).click();
  expect(choices().samples).toBeNull();
  await expect.element(control).toHaveValue('');
  await expect.element(screen.getByRole('button', { name: 'All' })).toBeDisabled();
});

test('a list may be typed with commas or spaces; what is given twice counts once', async () => {
  const { control } = await field('candidateSizes');
  await control.fill('20, 50 20');
  expect(choices().sweep.candidateSizes).toEqual([20, 50, 'all']);
  await expect.element(control).toHaveValue('20, 50 20');
  await userEvent.tab();
  await expect.element(control).toHaveValue('20 50');
});

test('a list with one number that is not allowed changes nothing', async () => {
  const { control } = await field('candidateSizes');
  const before = choices().sweep.candidateSizes;
  await control.fill('20 x');
  await expect.element(control).toHaveAttribute('aria-invalid', 'true');
  expect(choices().sweep.candidateSizes).toEqual(before);
});

test('the whole gallery is a box beside the numbers, or typed; it cannot be taken away where it is all there is', async () => {
  const { screen, control } = await field('candidateSizes');
  const box = screen.getByRole('checkbox', { name: 'the whole gallery' });
  await expect.element(box).toBeChecked();
  await box.click();
  await control.fill('20');
  expect(choices().sweep.candidateSizes).toEqual([20]);
  await control.fill('20 all');
  expect(choices().sweep.candidateSizes).toEqual([20, 'all']);
  await control.fill('');
  expect(choices().sweep.candidateSizes).toEqual(['all']);
  await expect.element(box).toBeDisabled();
});

test('of several values the last one cannot be taken away', async () => {
  const { screen } = await field('precisions');
  for (const one of screen.getByRole('checkbox', { checked: true }).elements().slice(1)) {
    await userEvent.click(one);
  }
  await expect.element(screen.getByRole('checkbox', { checked: true })).toBeDisabled();
  expect(choices().sweep.precisions).toHaveLength(1);
});

test('values that are ticked in any order are chosen in the order of the page', async () => {
  const { screen } = await field('precisions');
  await screen.getByRole('checkbox', { name: 'binary', exact: true }).click();
  await screen.getByRole('checkbox', { name: 'fp32', exact: true }).click();
  const chosen = choices().sweep.precisions;
  expect(chosen[0]).toBe('fp32');
  expect(chosen.at(-1)).toBe('binary');
});

test('another value of a select is chosen, with its own hint below', async () => {
  const { screen, control } = await field('ranker');
  await userEvent.selectOptions(control, 'cpu');
  expect(choices().ranker).toBe('cpu');
  await expect.element(screen.getByText('Everything runs in WebAssembly.')).toBeVisible();
  await expect.element(control).toHaveAccessibleDescription(/Everything runs in WebAssembly/);
});

test('an option without effect is not shown, and shown once it has one', async () => {
  const { screen } = await field('modelUrl');
  expect(screen.container.textContent).toBe('');
  changeChoices({ model: 'url' });
  await expect.element(screen.getByLabelText(OPTIONS.modelUrl.label)).toBeVisible();
});
