import { expect, test } from 'vitest';
import type { EvaluatorPort } from './evaluator';
import { EvaluatorPool } from './evaluator-pool';

const [first, second, third] = ['first', 'second', 'third'].map(
  (name) => ({ name }) as unknown as EvaluatorPort,
);

test('a broadcast reaches every evaluator but the one it comes from', async () => {
  const pool = new EvaluatorPool([first, second, third]);
  const reached: EvaluatorPort[] = [];
  pool.broadcast((member) => reached.push(member), second);
  pool.broadcast((member) => reached.push(member));
  await pool.broadcastDone();
  expect(reached).toEqual([first, third, first, second, third]);
});

test('broadcasts are done once all that were sent have been received', async () => {
  const pool = new EvaluatorPool([first, second]);
  const received: string[] = [];
  const after = (turns: number, message: string) => async () => {
    for (let i = 0; i < turns; i++) await Promise.resolve();
    received.push(message);
  };
  pool.broadcast(after(30, 'slow'));
  pool.broadcast(after(1, 'quick'));
  await pool.broadcastDone();
  expect(received.toSorted()).toEqual(['quick', 'quick', 'slow', 'slow']);
});

test('a broadcast that fails for one evaluator is known to whoever waits for it', async () => {
  const pool = new EvaluatorPool([first, second]);
  pool.broadcast((member) => (member === second ? Promise.reject(new Error('lost')) : undefined));
  await expect(pool.broadcastDone()).rejects.toThrow('lost');
});
