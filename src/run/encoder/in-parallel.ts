import { areShared } from '../../encoder/download/download';
import { stackRows } from '../../math/stack-rows';
import type { EncoderThread } from '../threads';

type Remote = EncoderThread['remote'];

/**
 * Encoders of the same model as one: each gets an equal part of a batch. A row's vector does not depend on the rows beside it, so
 * that the vectors are those of one encoder. It has died when one of them has.
 */
export function inParallel(threads: readonly EncoderThread[]): EncoderThread {
  if (threads.length === 1) return threads[0];
  const remotes = threads.map(({ remote }) => remote);
  const share = <Item, Answer>(
    items: readonly Item[],
    ask: (remote: Remote, part: readonly Item[]) => Promise<Answer>,
  ): Promise<Answer[]> => {
    const size = Math.max(1, Math.ceil(items.length / remotes.length));
    const parts = remotes.flatMap((remote, i) => {
      const part = items.slice(i * size, (i + 1) * size);
      return part.length > 0 || i === 0 ? [ask(remote, part)] : [];
    });
    return Promise.all(parts);
  };
  return {
    died: AbortSignal.any(threads.map(({ died }) => died)),
    terminate: () => threads.forEach((thread) => thread.terminate()),
    remote: {
      async open(files, device, numThreads) {
        // Bytes that not all threads see move to the worker that opens them.
        const copies = remotes.map((_, i) =>
          i === 0 || areShared(files)
            ? files
            : { ...files, vision: files.vision.slice(), text: files.text.slice() },
        );
        const opened = await Promise.all(
          remotes.map((remote, i) => remote.open(copies[i], device, numThreads)),
        );
        return opened[0];
      },
      embedPrepared: async (pictures) =>
        stackRows(await share(pictures, (remote, part) => remote.embedPrepared(part))),
      embedTexts: async (texts) => stackRows(await share(texts, (remote, part) => remote.embedTexts(part))),
      countTokens: async (texts) => (await share(texts, (remote, part) => remote.countTokens(part))).flat(),
    },
  };
}
