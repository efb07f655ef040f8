import { expect, test } from 'vitest';
import { told } from './told';

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function drain<Step, Result>(steps: AsyncGenerator<Step, Result>) {
  const seen: Step[] = [];
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return { seen, result: value };
    seen.push(value);
  }
}

test('steps come in order, those told at once and those told later, and then the result', async () => {
  const work = async (tell: (step: number) => void) => {
    tell(1);
    tell(2);
    await later(5);
    tell(3);
    return 'done';
  };
  expect(await drain(told(work))).toEqual({ seen: [1, 2, 3], result: 'done' });
});

test('an error comes after the steps before it', async () => {
  const steps = told<number, never>(async (tell) => {
    tell(1);
    throw new Error('broken');
  });
  expect(await steps.next()).toEqual({ done: false, value: 1 });
  await expect(steps.next()).rejects.toThrow('broken');
});
