import { expect, test } from 'vitest';
import type { ImageConfig } from '../../images/config';
import { DeviceError, PictureError } from '../../lib/errors';
import type { Decoder, Thread } from '../threads';
import { DecodePool } from './decode-pool';

const CONFIG = {} as ImageConfig;
const PIXEL = { width: 1, height: 1, data: new Uint8Array(3) };

/** Threads that do what a picture's text says: "dies" kills the thread, "bad" is refused, all else is a pixel after a while. */
function fakeThreads({ broken = false } = {}) {
  const seen = { started: 0, ended: 0, busy: 0, most: 0 };
  const start = (): Thread<Decoder> => {
    seen.started++;
    const death = new AbortController();
    const prepare = async (file: Uint8Array) => {
      seen.most = Math.max(seen.most, ++seen.busy);
      await new Promise((resolve) => setTimeout(resolve, 1));
      const text = new TextDecoder().decode(file);
      seen.busy--;
      if (text === 'dies' || broken) {
        death.abort(new DeviceError('no memory'));
        return new Promise<never>(() => undefined);
      }
      return text === 'bad' ? { refused: 'is torn' } : { picture: PIXEL, thumbnail: null };
    };
    return {
      remote: { prepare, thumbnail: async () => null },
      died: death.signal,
      terminate: () => void seen.ended++,
    };
  };
  return { start, seen };
}

const file = (text: string) => new TextEncoder().encode(text);

test('pictures are spread over all threads, one at a time each', async () => {
  const { start, seen } = fakeThreads();
  const decoders = new DecodePool(start, 3);
  const pictures = await Promise.all(
    Array.from({ length: 20 }, (_, i) => decoders.prepare(file(`${i}`), CONFIG)),
  );
  expect(pictures).toHaveLength(20);
  expect(seen).toMatchObject({ started: 3, most: 3 });
  decoders.terminate();
  expect(seen.ended).toBe(3);
});

test('threads start as they are needed', async () => {
  const { start, seen } = fakeThreads();
  const decoders = new DecodePool(start, 4);
  await decoders.prepare(file('one'), CONFIG);
  await decoders.prepare(file('two'), CONFIG);
  expect(seen.started).toBe(1);
});

test('a picture that cannot be decoded is refused with its reason', async () => {
  const decoders = new DecodePool(fakeThreads().start, 1);
  const refused = await decoders.prepare(file('bad'), CONFIG).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PictureError);
  expect((refused as Error).message).toBe('is torn');
});

test('a picture that crashes its thread is refused, and a new thread prepares the others', async () => {
  const { start, seen } = fakeThreads();
  const decoders = new DecodePool(start, 1);
  const results = await Promise.allSettled(
    ['a', 'dies', 'b', 'c'].map((text) => decoders.prepare(file(text), CONFIG)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  const { reason } = results[1] as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(PictureError);
  expect(reason.message).toContain('no memory');
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});

test('if no thread ever answers, the error is about the device, not the picture', async () => {
  const decoders = new DecodePool(fakeThreads({ broken: true }).start, 1);
  const failed = await decoders.prepare(file('a'), CONFIG).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(DeviceError);
});
