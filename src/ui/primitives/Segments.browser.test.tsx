import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Segments } from './Segments';

function Sizes({ sizes }: { readonly sizes: readonly number[] }) {
  const [size, setSize] = useState(sizes[0]);
  const options = sizes.map((one) => [one, `${one} pictures`] as const);
  return <Segments label="Pools of" options={options} value={size} onChange={setSize} />;
}

test('exactly the chosen option is pressed', async () => {
  const { getByRole } = await render(<Sizes sizes={[10, 20, 30]} />);
  const group = getByRole('group', { name: 'Pools of' });
  await group.getByRole('button', { name: '20 pictures' }).click();
  await expect.element(group.getByRole('button', { pressed: true })).toHaveTextContent('20 pictures');
  expect(group.getByRole('button', { pressed: false }).elements()).toHaveLength(2);
});

test.each(['{Enter}', ' '])('an option is reached by Tab and chosen by the key “%s”', async (key) => {
  const { getByRole } = await render(<Sizes sizes={[10, 20, 30]} />);
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(getByRole('button', { name: '20 pictures' })).toHaveFocus();
  await userEvent.keyboard(key);
  await expect.element(getByRole('button', { pressed: true })).toHaveTextContent('20 pictures');
});

test('a single option offers no choice, so nothing is shown', async () => {
  const { container } = await render(<Sizes sizes={[10]} />);
  expect(container.textContent).toBe('');
});
