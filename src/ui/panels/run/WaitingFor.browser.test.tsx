import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { HostWait } from '../../../net/waits';
import { WaitingFor } from './WaitingFor';

const shown = (change: Partial<HostWait>) => {
  const now = Date.now();
  const wait = { host: 'e.org', reason: 'asked', since: now, until: now + 1900, ...change } as const;
  return render(<WaitingFor wait={wait} />);
};

test('a busy host is named, and the seconds left go down to 0 and stay there', async () => {
  const screen = await shown({});
  await expect
    .element(screen.getByText('e.org is busy and asks to wait: trying again in 2 s.'))
    .toBeVisible();
  await expect.element(screen.getByText('trying again in 1 s')).toBeVisible();
  await expect.element(screen.getByText('trying again in 0 s')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 700));
  await expect.element(screen.getByText('trying again in 0 s')).toBeVisible();
});

test('a long wait is given in minutes', async () => {
  const screen = await shown({ reason: 'busy', until: Date.now() + 120_000 });
  await expect.element(screen.getByText(/does not say.*trying again in (2 min 0|1 min 59) s/)).toBeVisible();
});

test('a silent host is named with how long it has been silent, and when it is given up', async () => {
  const now = Date.now();
  const screen = await shown({ reason: 'silent', since: now - 4000, until: now + 26_000 });
  await expect
    .element(screen.getByText(/^e\.org has sent nothing for [45] s: .* given up after 30 s\.$/))
    .toBeVisible();
});
