import { expect, test, vi } from 'vitest';
import { takeTurn } from './turns';

test('each has a task of its own, in the order in which they came, and others get in between', async () => {
  const done: string[] = [];
  const turn = (name: string) => async () => {
    done.push(name);
    setTimeout(() => done.push(`after ${name}`));
  };
  takeTurn(turn('a'));
  takeTurn(turn('b'));
  expect(done).toEqual([]);
  await vi.waitFor(() => expect(done).toEqual(['a', 'after a', 'b', 'after b']));
});

test('the next waits until one is done', async () => {
  const done: string[] = [];
  let finish = () => {};
  takeTurn(() => new Promise<void>((resolve) => (finish = resolve)));
  takeTurn(async () => void done.push('b'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toEqual([]);
  finish();
  await vi.waitFor(() => expect(done).toEqual(['b']));
});

test('one that is given up is passed over, and those after it come', async () => {
  const done: string[] = [];
  const giveUp = takeTurn(async () => void done.push('a'));
  takeTurn(async () => void done.push('b'));
  giveUp();
  await vi.waitFor(() => expect(done).toEqual(['b']));
});
