import { expect, test } from 'vitest';
import { isAbort } from '../lib/errors';
import { abortable } from './abortable';

const never = new Promise<never>(() => undefined);

test('without an abort the promise decides', async () => {
  const { signal } = new AbortController();
  await expect(abortable(Promise.resolve(7), signal)).resolves.toBe(7);
  await expect(abortable(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
});

test('an abort rejects at once, though the promise never settles', async () => {
  const controller = new AbortController();
  const waiting = abortable(never, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toSatisfy(isAbort);
});

test('an abort that was earlier counts too, and its reason is kept', async () => {
  const reason = new Error('stopped by hand');
  await expect(abortable(Promise.resolve(7), AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('a promise that fails after the abort goes unheard', async () => {
  const controller = new AbortController();
  const failing = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too late')), 1));
  const waiting = abortable(failing, controller.signal);
  controller.abort(new Error('stopped by hand'));
  await expect(waiting).rejects.toThrow('stopped by hand');
  await expect(failing).rejects.toThrow('too late');
});
