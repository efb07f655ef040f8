import {
  memoryStore,
  StorageFullError,
  type ModelStore,
  type StoredFile,
} from '../encoder/download/model-store';
import { bytesOf } from '../lib/bytes';
import { DeviceError, FetchError, messageOf } from '../lib/errors';
import { parseNote, writeNote } from './model-note';
import { storageUsage } from './quota';

/** Model files in Cache Storage, for browsers without a private file system: by their URL, each with its note in a header. */

const NAME = 'models';
const NOTE = 'X-Model-Note';

/** Of files that are not complete: a cache takes whole answers only, so that these do not outlast the visit. */
const parts = memoryStore();

/** The persistent store, or null where this browser has none. */
export async function openModelCache(): Promise<ModelStore | null> {
  try {
    return cachedModels(await caches.open(NAME), parts);
  } catch {
    return null;
  }
}

/** @param incomplete takes files until they are whole */
export function cachedModels(
  cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>,
  incomplete: ModelStore,
): ModelStore {
  const cached = async (url: string): Promise<StoredFile | undefined> => {
    const note = noteOf(await cache.match(url));
    return note && note.total !== null ? { ...note, bytes: note.total } : undefined;
  };
  const read = async (url: string) => {
    const answer = await cache.match(url);
    if (!answer) throw new FetchError(`${url} has been deleted from this browser's storage: run again.`);
    return bytesOf(await answer.blob());
  };
  return {
    lasting: true,
    find: async (url) => (await incomplete.find(url)) ?? cached(url),
    async list() {
      const files = await Promise.all((await cache.keys()).map(({ url }) => cached(url)));
      return [...(await incomplete.list()), ...files.filter((file) => file !== undefined)];
    },
    async note(file) {
      await incomplete.note(file);
      if (file.sha256 === null) return;
      const headers = { [NOTE]: encodeURIComponent(writeNote(file)) };
      try {
        await cache.put(file.url, new Response(await incomplete.read(file.url), { headers }));
      } catch (error) {
        throw explained(error);
      }
      await incomplete.remove(file.url);
    },
    async append(url, at) {
      const whole = at > 0 && !(await incomplete.find(url)) ? await cached(url) : undefined;
      if (whole) {
        await incomplete.note({ ...whole, sha256: null });
        (await incomplete.append(url, 0)).write(await read(url));
      }
      return incomplete.append(url, at);
    },
    read: async (url) => ((await incomplete.find(url)) ? incomplete.read(url) : read(url)),
    async remove(url) {
      await incomplete.remove(url);
      await cache.delete(url);
    },
    storageUsage,
  };
}

function noteOf(answer: Response | undefined) {
  const written = answer?.headers.get(NOTE);
  return written ? parseNote(decodeURIComponent(written)) : undefined;
}

const explained = (error: unknown): Error =>
  (error as Error).name === 'QuotaExceededError'
    ? new StorageFullError(messageOf(error), error)
    : new DeviceError(`This browser cannot store the file (${messageOf(error)}).`, error);
