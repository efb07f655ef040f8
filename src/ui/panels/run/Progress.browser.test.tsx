import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Stage } from '../../../run/progress';
import { Progress } from './Progress';

const stageOf = (change: Partial<Stage>): Stage => ({
  name: 'images',
  done: 20,
  total: 100,
  unit: 'pictures',
  started: 0,
  updated: 10_000,
  free: 0,
  detail: '',
  ...change,
});

const shown = async (change: Partial<Stage>) => {
  const { getByTestId, getByRole } = await render(<Progress stages={[stageOf(change)]} running />);
  return { stage: getByTestId('stage'), bar: getByRole('progressbar', { name: 'Embed pictures' }) };
};

test('a stage shows how far it is, its rate and the time left', async () => {
  const { stage, bar } = await shown({ detail: '8 at a time' });
  await expect.element(stage).toHaveTextContent('20 of 100 pictures');
  await expect.element(stage).toHaveTextContent('2/s, 40 s left · 8 at a time');
  await expect.element(bar).toHaveAttribute('value', '20');
  await expect.element(bar).toHaveAttribute('max', '100');
});

test('what a cache held does not count into the rate', async () => {
  const { stage } = await shown({ free: 10 });
  await expect.element(stage).toHaveTextContent('1/s, 80 s left');
});

test('a stage of unknown length has a bar without a value, and no time left', async () => {
  const { stage, bar } = await shown({ total: 0 });
  await expect.element(bar).not.toHaveAttribute('value');
  await expect.element(stage).not.toHaveTextContent('left');
});

test('a finished stage shows how long it took', async () => {
  const { stage } = await shown({ done: 100 });
  await expect.element(stage).toHaveTextContent(/100 pictures\s*10 s/);
});

test('bytes are given in units that fit', async () => {
  const { stage } = await shown({ done: 2_000_000, total: 4_000_000, unit: 'bytes' });
  await expect.element(stage).toHaveTextContent('2 MB of 4 MB');
});

test('a run that has ended says how long it took; its stages are a press away', async () => {
  const stages = [
    stageOf({ name: 'captions', done: 100 }),
    stageOf({ done: 100, started: 10_000, updated: 18_400 }),
  ];
  const screen = await render(<Progress stages={stages} running={false} />);
  await expect.element(screen.getByText('Done in 18 s')).toBeVisible();
  await expect.element(screen.getByText('Embed pictures')).not.toBeVisible();
  await screen.getByText('Done in 18 s').click();
  await expect.element(screen.getByText('Embed pictures')).toBeVisible();
});
