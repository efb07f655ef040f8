import { expect, test } from 'vitest';
import { AsyncQueue, generatorFrom } from './async-queue';

/** All that a generator yields, and what it returns. */
async function drained<T, Result>(generator: AsyncGenerator<T, Result>) {
  const values: T[] = [];
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return { values, result: value };
    values.push(value);
  }
}

test('values come in their order, whether they were there before the reader or come after it', async () => {
  const queue = new AsyncQueue<number, string>();
  queue.push(1);
  queue.push(2);
  const reading = drained(queue[Symbol.asyncIterator]());
  await Promise.resolve();
  queue.push(3);
  setTimeout(() => {
    queue.push(4);
    queue.end('done');
  });
  expect(await reading).toEqual({ values: [1, 2, 3, 4], result: 'done' });
});

test('an error reaches the reader after the last value', async () => {
  const queue = new AsyncQueue<number>();
  queue.push(1);
  queue.fail(new RangeError('broken'));
  const generator = queue[Symbol.asyncIterator]();
  expect(await generator.next()).toEqual({ done: false, value: 1 });
  await expect(generator.next()).rejects.toThrow('broken');
});

test('only the first ending counts', async () => {
  const queue = new AsyncQueue<number, string>();
  queue.end('first');
  queue.fail(new Error('late'));
  queue.end('second');
  expect(await drained(queue[Symbol.asyncIterator]())).toEqual({ values: [], result: 'first' });
});

test('work that reports to a callback is a generator of its reports that returns its result', async () => {
  const counting = generatorFrom<number, string>(async (push) => {
    for (let i = 0; i < 3; i++) {
      push(i);
      await Promise.resolve();
    }
    return 'counted';
  });
  expect(await drained(counting)).toEqual({ values: [0, 1, 2], result: 'counted' });
});

test('work that fails throws from its generator, after what it reported', async () => {
  const failing = generatorFrom<number, void>(async (push) => {
    push(1);
    await Promise.resolve();
    throw new RangeError('broken');
  });
  expect(await failing.next()).toEqual({ done: false, value: 1 });
  await expect(failing.next()).rejects.toThrow('broken');
});

test('work begins when its first value is asked for', async () => {
  let begun = false;
  const generator = generatorFrom<number, void>((push) => {
    begun = true;
    push(1);
    return Promise.resolve();
  });
  expect(begun).toBe(false);
  await generator.next();
  expect(begun).toBe(true);
});
