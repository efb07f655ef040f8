import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Countdown } from './Countdown';

test('the seconds left go down to 0 and stay there', async () => {
  const screen = await render(<Countdown until={Date.now() + 1900} />);
  await expect.element(screen.getByText('trying again in 2 s')).toBeVisible();
  await expect.element(screen.getByText('trying again in 1 s')).toBeVisible();
  await expect.element(screen.getByText('trying again in 0 s')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 700));
  await expect.element(screen.getByText('trying again in 0 s')).toBeVisible();
});

test('a time that has passed is 0 seconds away', async () => {
  const screen = await render(<Countdown until={Date.now() - 60_000} />);
  await expect.element(screen.getByText('trying again in 0 s')).toBeVisible();
});

test('a long wait is given in minutes', async () => {
  const screen = await render(<Countdown until={Date.now() + 120_000} />);
  await expect.element(screen.getByText(/trying again in (2 min 0|1 min 59) s/)).toBeVisible();
});
