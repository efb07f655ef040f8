import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { LeftOutRecord } from '../../protocol/run-record';
import { LeftOut } from './LeftOut';

const ITEMS: LeftOutRecord[] = [
  { id: 1, what: 'image', reason: 'the file is empty', fileName: '1.jpg' },
  { id: 2, what: 'image', reason: 'the file is empty', fileName: '2.jpg' },
  { id: 9, what: 'caption', reason: 'is empty' },
];

test('items are counted by reason, and Retry can be reached and pressed with the keyboard', async () => {
  const onRetry = vi.fn();
  const screen = await render(<LeftOut items={ITEMS} retried={null} onRetry={onRetry} />);
  await expect.element(screen.getByText('2 pictures: the file is empty')).toBeVisible();
  await expect.element(screen.getByText('reads these 2 pictures again, and no other')).toBeVisible();
  await userEvent.tab();
  await expect.element(screen.getByRole('button', { name: 'Retry' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onRetry).toHaveBeenCalledOnce();
});

test('captions alone are not asked for again', async () => {
  const screen = await render(<LeftOut items={ITEMS.slice(2)} retried={null} onRetry={() => undefined} />);
  await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
});

test('after a retry it says how many were recovered, even if nothing is left out any more', async () => {
  const screen = await render(<LeftOut items={[]} retried={{ asked: 2, recovered: 2 }} />);
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 of 2 left-out pictures recovered.');
});
