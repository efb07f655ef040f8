import { expect, test } from 'vitest';
import { EncoderSlot, type LoadedEncoder } from './encoder-slot';

const { signal } = new AbortController();

/** An encoder that is loaded once `finish` is called. */
function slowEncoder(identity: string) {
  let ended = 0;
  let finish = () => {};
  const loaded = { identity, thread: { terminate: () => ended++ } } as unknown as LoadedEncoder;
  const open = (opening: AbortSignal) =>
    new Promise<LoadedEncoder>((resolve, reject) => {
      finish = () => resolve(loaded);
      opening.addEventListener('abort', () => reject(opening.reason as Error));
    });
  return { open, loaded, finish: () => finish(), ended: () => ended };
}

const never = () => Promise.reject(new Error('opened a second time'));

test('an encoder is loaded once, also for those who ask while it is', async () => {
  const slot = new EncoderSlot();
  const one = slowEncoder('one');
  const first = slot.load('one', signal, one.open);
  const second = slot.load('one', signal, never);
  one.finish();
  expect(await first).toBe(one.loaded);
  expect(await second).toBe(one.loaded);
  expect(await slot.load('one', signal, never)).toBe(one.loaded);
});

test('another ends it, whether it is loaded or being loaded', async () => {
  const slot = new EncoderSlot();
  const [loaded, loading, last] = ['a', 'b', 'c'].map(slowEncoder);
  const first = slot.load('a', signal, loaded.open);
  loaded.finish();
  await first;
  const second = slot.load('b', signal, loading.open);
  expect(loaded.ended()).toBe(1);
  const third = slot.load('c', signal, last.open);
  await expect(second).rejects.toThrow('aborted');
  last.finish();
  expect(await third).toBe(last.loaded);
});

test('one whose loading failed or was stopped is loaded anew', async () => {
  const slot = new EncoderSlot();
  await expect(slot.load('one', signal, never)).rejects.toThrow('second time');
  const stopped = new AbortController();
  const waiting = slot.load('one', stopped.signal, slowEncoder('one').open);
  stopped.abort();
  const again = slowEncoder('one');
  const loading = slot.load('one', signal, again.open);
  await expect(waiting).rejects.toThrow('aborted');
  again.finish();
  expect(await loading).toBe(again.loaded);
});
