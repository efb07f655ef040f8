import { expect, test } from 'vitest';
import { WriteBehind } from './write-behind';

const rows = (key: string) => [[key, new Float32Array(1)]] as const;

test('one write is under way at a time, in order, and nobody waits for the last but the end', async () => {
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const writes = new WriteBehind({
    setMany: ([[key]]) => {
      log.push(`begin ${key}`);
      return new Promise((resolve) => finish.push(() => (log.push(`end ${key}`), resolve())));
    },
  });
  await writes.put(rows('a'));
  const second = writes.put(rows('b'));
  await Promise.resolve();
  expect(log).toEqual(['begin a']);
  finish[0]();
  await second;
  expect(log).toEqual(['begin a', 'end a', 'begin b']);
  const end = writes.end();
  finish[1]();
  await end;
  expect(log.at(-1)).toBe('end b');
});

test('what could not be stored is heard of by whoever puts next, or at the end', async () => {
  const failing = { setMany: () => Promise.reject(new Error('full')) };
  const first = new WriteBehind(failing);
  await first.put(rows('a'));
  await expect(first.put(rows('b'))).rejects.toThrow('full');
  const last = new WriteBehind(failing);
  await last.put(rows('a'));
  await expect(last.end()).rejects.toThrow('full');
});
