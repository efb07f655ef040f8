import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Confirm } from './Confirm';

const confirm = async () => {
  const onYes = vi.fn();
  const screen = await render(
    <Confirm
      label="Delete"
      about="model.onnx"
      question="Delete model.onnx?"
      yes="Delete file"
      onYes={onYes}
    />,
  );
  await screen.getByRole('button', { name: 'Delete model.onnx' }).click();
  return { onYes, dialog: screen.getByRole('dialog', { name: 'Delete model.onnx?' }) };
};

test('nothing happens before the question is answered, and the safe answer has the focus', async () => {
  const { onYes, dialog } = await confirm();
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Keep' })).toHaveFocus();
  expect(onYes).not.toHaveBeenCalled();
});

test('the confirming button acts once and closes the question', async () => {
  const { onYes, dialog } = await confirm();
  await dialog.getByRole('button', { name: 'Delete file' }).click();
  expect(onYes).toHaveBeenCalledOnce();
  await expect.element(dialog).not.toBeInTheDocument();
});

test.each(['{Escape}', '{Enter}'])('%s closes the question and leaves everything as it is', async (key) => {
  const { onYes, dialog } = await confirm();
  await expect.element(dialog.getByRole('button', { name: 'Keep' })).toHaveFocus();
  await userEvent.keyboard(key);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(onYes).not.toHaveBeenCalled();
});
