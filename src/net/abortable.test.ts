import { expect, test } from 'vitest';
import { isAbort } from '../lib/errors';
import { abortable } from './abortable';

const never = new Promise<never>(() => undefined);

test('without an abort the promise settles as it would by itself', async () => {
  const { signal } = new AbortController();
  await expect(abortable(Promise.resolve(7), signal)).resolves.toBe(7);
  await expect(abortable(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
});

test('an abort rejects at once, even if the promise never settles', async () => {
  const controller = new AbortController();
  const waiting = abortable(never, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toSatisfy(isAbort);
});

test('a signal that is already aborted rejects with its reason', async () => {
  const reason = new Error('stopped by hand');
  await expect(abortable(Promise.resolve(7), AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('a rejection after the abort is ignored', async () => {
  const controller = new AbortController();
  const failing = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too late')), 1));
  const waiting = abortable(failing, controller.signal);
  controller.abort(new Error('stopped by hand'));
  await expect(waiting).rejects.toThrow('stopped by hand');
  await expect(failing).rejects.toThrow('too late');
});
