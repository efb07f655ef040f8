import { expect, test } from 'vitest';
import { BatchSize } from '../../embeddings/batch-size';
import { DeviceError, InputError } from '../../lib/errors';
import { matrix, type Matrix32 } from '../../math/matrix';
import { RestartingEncoder } from './restarting-encoder';

interface Words {
  embed(words: readonly string[]): Promise<Matrix32>;
}

/** An encoder of words to their lengths; `mishap` may throw, or return 'dies' for a thread that ends without an answer. */
function fakeEncoder(mishap: (words: readonly string[], call: number) => 'dies' | undefined, captions = 1) {
  const least = { pictures: 1, captions };
  const seen = { starts: 0, encoded: [] as string[][], reports: [] as string[], calls: 0 };
  let loaded: { words: Words; thread: { died: AbortSignal }; least: typeof least } | undefined;
  const controller = new AbortController();
  const begin = () => {
    seen.starts++;
    const death = new AbortController();
    const embed = async (words: readonly string[]) => {
      if (mishap(words, seen.calls++) === 'dies') {
        death.abort(new DeviceError('the browser ended its thread'));
        return new Promise<Matrix32>(() => undefined);
      }
      seen.encoded.push([...words]);
      return matrix(words.length, 1, Float32Array.from(words.map(({ length }) => length)));
    };
    return { words: { embed }, thread: { died: death.signal }, least };
  };
  const sizes = { pictures: new BatchSize([4]), captions: new BatchSize([4]) };
  const encoder = new RestartingEncoder(
    { load: async () => (loaded ??= begin()), end: () => void (loaded = undefined) },
    sizes,
    (sentence) => seen.reports.push(sentence),
    controller.signal,
  );
  const embed = (words: string[]) =>
    encoder.embed('captions', words, words.length, ({ words: remote }, part) => remote.embed(part));
  return { embed, seen, controller, sizes };
}

const fine = () => undefined;

test('an encoder that keeps running is started once', async () => {
  const { embed, seen } = fakeEncoder(fine);
  await embed(['a', 'bb']);
  expect([...(await embed(['ccc'])).data]).toEqual([3]);
  expect(seen).toMatchObject({ starts: 1, reports: [] });
});

test('a thread that dies is restarted with a notice, and nothing is encoded twice', async () => {
  const { embed, seen } = fakeEncoder((_, call) => (call === 1 ? 'dies' : undefined));
  await embed(['a']);
  expect([...(await embed(['bb', 'ccc'])).data]).toEqual([2, 3]);
  expect(seen.encoded).toEqual([['a'], ['bb', 'ccc']]);
  expect(seen.starts).toBe(2);
  expect(seen.reports).toEqual([expect.stringContaining('the browser ended its thread')]);
});

test('a lost GPU also leads to a restart', async () => {
  const { embed, seen } = fakeEncoder((_, call) => {
    if (call === 0) throw new DeviceError('The GPU was lost: driver reset');
    return undefined;
  });
  expect([...(await embed(['bb'])).data]).toEqual([2]);
  expect(seen.reports[0]).toContain('driver reset');
});

test('after three restarts it gives up with an error that says why', async () => {
  const { embed, seen } = fakeEncoder(() => 'dies');
  await expect(embed(['a'])).rejects.toMatchObject({
    name: 'DeviceError',
    message: expect.stringMatching(/stopped 4 times.*Finished embeddings are kept/),
  });
  expect(seen).toMatchObject({ starts: 4, encoded: [] });
  expect(seen.reports).toHaveLength(3);
});

test('when memory runs out the batch is halved, for later batches too, and the rows stay in order', async () => {
  const { embed, seen, sizes } = fakeEncoder((words) => {
    if (words.length > 3) throw new RangeError('Array buffer allocation failed');
    return undefined;
  });
  const words = Array.from({ length: 10 }, (_, i) => 'x'.repeat(i + 1));
  expect([...(await embed(words)).data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(seen.encoded.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  expect(seen.starts).toBe(3);
  expect(seen.reports).toEqual([expect.stringContaining('at most 5'), expect.stringContaining('at most 2')]);
  expect(sizes.captions.next()).toBe(2);
  await embed(words.slice(0, 4));
  expect(seen.starts).toBe(3);
});

test('where memory does not fit one item, the error suggests smaller weights', async () => {
  const { embed } = fakeEncoder(() => {
    throw new Error('std::bad_alloc');
  });
  await expect(embed(['a', 'b'])).rejects.toMatchObject({
    name: 'DeviceError',
    message: expect.stringContaining('Choose smaller weights'),
  });
});

test('where batches have a fixed shape, they are not made smaller than it: the error says so', async () => {
  const { embed, seen } = fakeEncoder(() => {
    throw new RangeError('Array buffer allocation failed');
  }, 2);
  await expect(embed(['a', 'b', 'c', 'd', 'e'])).rejects.toMatchObject({
    name: 'DeviceError',
    message: expect.stringMatching(/to embed 2 captions at once.*Choose WebAssembly/),
  });
  expect(seen.starts).toBe(2);
});

test('an error that a restart would not fix is thrown at once', async () => {
  const { embed, seen } = fakeEncoder(() => {
    throw new InputError('no such output');
  });
  await expect(embed(['a'])).rejects.toThrow('no such output');
  expect(seen).toMatchObject({ starts: 1, reports: [] });
});

test('cancelling ends a call that is never answered', async () => {
  const { encoder, controller } = unanswered();
  const asked = encoder.call(() => new Promise(() => undefined));
  controller.abort(new Error('stopped by hand'));
  await expect(asked).rejects.toThrow('stopped by hand');
});

function unanswered() {
  const sizes = { pictures: new BatchSize([4]), captions: new BatchSize([4]) };
  const controller = new AbortController();
  const source = {
    load: async () => ({
      thread: { died: new AbortController().signal },
      least: { pictures: 1, captions: 1 },
    }),
    end: () => undefined,
  };
  return { encoder: new RestartingEncoder(source, sizes, fine, controller.signal), controller };
}
