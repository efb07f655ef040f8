import { messageOf } from '../../lib/errors';
import type { ModelStore } from './model-store';

/**
 * A lasting store, and memory for the files that it does not take.
 * @param reasons why files are in memory, by URL; kept by the caller, as what is in memory is
 */
export function spillingStore(
  lasting: ModelStore,
  memory: ModelStore,
  reasons: Map<string, string>,
): ModelStore {
  const storeOf = (url: string): ModelStore => (reasons.has(url) ? memory : lasting);
  return {
    lasting: true,
    find: (url) => storeOf(url).find(url),
    list: async () => [...(await lasting.list()), ...(await memory.list())],
    note: (file) => storeOf(file.url).note(file),
    append: (url, at) => storeOf(url).append(url, at),
    read: (url) => storeOf(url).read(url),
    remove: (url) => storeOf(url).remove(url),
    storageUsage: lasting.storageUsage,
    spill: {
      async move(url, error) {
        reasons.set(url, messageOf(error));
        const part = await lasting.find(url).catch(() => undefined);
        if (!part) return;
        const bytes = await lasting.read(url).catch(() => undefined);
        if (bytes) {
          const file = await memory.append(url, 0);
          file.write(bytes);
          file.close();
          await memory.note(part);
        }
        // A part that cannot be removed does no harm: it is resumed at another visit, or fetched again.
        await lasting.remove(url).catch(() => undefined);
      },
      reasonOf: (url) => reasons.get(url),
    },
  };
}
