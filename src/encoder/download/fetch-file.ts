import { byteCount } from '../../lib/byte-count';
import { FetchError } from '../../lib/errors';
import {
  DEFAULT_RETRY_POLICY,
  fetchWithRetry,
  NoAnswerError,
  type RetryPolicy,
} from '../../net/fetch-with-retry';
import { sha256 } from '../../lib/sha256';
import type { FileFacts } from '../catalogue/model-entry';
import { WrongContentError } from './check-content';
import { StorageFullError, type ModelStore, type StoredFile } from './model-store';
import { probeFile, readPointer } from './remote-file';
import { Transfer, type Reached } from './transfer';

/** A file to be had, and what is known of it. */
export interface WantedFile {
  readonly url: string;
  /** Its path in the model's folder. */
  readonly name: string;
  /** The model as a person knows it. */
  readonly model: string;
  readonly facts: FileFacts;
  /** True where a file that differs from the facts is refused. */
  readonly strict: boolean;
  /** True where the address always means the same bytes. */
  readonly pinned: boolean;
}

/** How far a file is; `until` is given while its host asks to wait (milliseconds since the epoch). */
export type FileProgress = Reached & { readonly until?: number };

/** A whole file, and whether its host could not be asked if it is still the same. */
export interface FetchedFile {
  readonly file: StoredFile;
  readonly unverified: boolean;
}

/**
 * Gives a file from the store; what is missing of it is fetched first, and kept even where that fails half-way.
 * @throws FetchError where the host does not give the file or gives another one, NoRoomError where there is no room for it
 */
export async function fetchFile(
  wanted: WantedFile,
  store: ModelStore,
  signal: AbortSignal,
  onProgress: (progress: FileProgress) => void,
  retry: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<FetchedFile> {
  const { url, name, model } = wanted;
  const stored = await store.find(url);
  if (stored?.sha256) {
    const state = await stateOf(stored, wanted, signal, retry);
    if (state !== 'stale') return { file: stored, unverified: state === 'unverified' };
    await store.remove(url);
  }
  const facts = await completed(wanted, signal, retry);
  const begun = stored && !stored.sha256 && resumable(stored, facts) ? stored : undefined;
  const transfer = new Transfer(url, { name, model }, begun, store, onProgress);
  const isWhole = begun !== undefined && begun.bytes === begun.total;
  try {
    if (!isWhole) {
      const { read, headers } = transfer;
      const reached = () => transfer.at;
      const onWait = (until: number) =>
        onProgress({ bytes: transfer.at, total: begun?.total ?? facts.bytes, until });
      const cache = store.lasting ? 'no-store' : 'default';
      await fetchWithRetry(url, { read, headers, reached, onWait, cache }, signal, retry);
    }
  } catch (error) {
    if (transfer.at === 0 || error instanceof WrongContentError) await store.remove(url);
    throw await explained(error, wanted, transfer.at, store);
  }
  return { file: await complete(wanted, facts, store), unverified: false };
}

/** Whether a stored file may be used: without asking where its address is pinned, else if its host still has the same. */
async function stateOf(
  stored: StoredFile,
  { url, facts, strict, pinned }: WantedFile,
  signal: AbortSignal,
  retry: RetryPolicy,
): Promise<'fresh' | 'stale' | 'unverified'> {
  if (strict && facts.sha256 !== null) return facts.sha256 === stored.sha256 ? 'fresh' : 'stale';
  if (pinned) return 'fresh';
  try {
    const { bytes, sha256: hash, validator } = await probeFile(url, signal, retry);
    if (hash !== null) return hash === stored.sha256 ? 'fresh' : 'stale';
    const same = validator === stored.validator && (bytes === null || bytes === stored.bytes);
    return same ? 'fresh' : 'stale';
  } catch (error) {
    if (error instanceof NoAnswerError) return 'unverified';
    throw error;
  }
}

/** What is known of a file, and what its hub tells of it where that is not enough to check it. */
async function completed(
  { url, facts }: WantedFile,
  signal: AbortSignal,
  retry: RetryPolicy,
): Promise<FileFacts> {
  if (facts.sha256 !== null) return facts;
  return (await readPointer(url, signal, retry)) ?? facts;
}

/** A part can be gone on with where a change of the file would show. */
const resumable = (part: StoredFile, facts: FileFacts): boolean =>
  part.bytes > 0 && (part.validator !== null || facts.sha256 !== null);

/** Checks and hashes a file whose bytes are all there. */
async function complete(
  { url, name, strict, facts: expected }: WantedFile,
  facts: FileFacts,
  store: ModelStore,
): Promise<StoredFile> {
  const part = (await store.find(url))!;
  const hash = await sha256(await store.read(url));
  const binding = strict || expected.sha256 === null;
  const wrongLength = binding && facts.bytes !== null && part.bytes !== facts.bytes;
  if (wrongLength || (binding && facts.sha256 !== null && hash !== facts.sha256)) {
    await store.remove(url);
    throw new FetchError(
      wrongLength
        ? `${url} has ${part.bytes} bytes where ${facts.bytes} are expected: it came cut or is another file, so it was discarded. Try again, or choose a mirror.`
        : `${url} is not the file it should be: its SHA-256 is ${hash}, not ${facts.sha256}. It was discarded. Try again, or choose a mirror.`,
    );
  }
  const whole = { ...part, name, total: part.bytes, sha256: hash, stored: new Date().toISOString() };
  await store.note(whole);
  return whole;
}

/** The error that a person can act on: what is kept of a broken download, what room there is. */
async function explained(
  error: unknown,
  { url, name }: WantedFile,
  at: number,
  store: ModelStore,
): Promise<unknown> {
  if (error instanceof StorageFullError) {
    const room = await store.storageUsage();
    const figures = room
      ? `by its own account it grants ${byteCount(room.quota)}, of which ${byteCount(room.usage)} are taken`
      : 'it does not tell how much it grants';
    return new StorageFullError(
      `This browser has no room left for ${name}: ${figures}. Delete models under “Stored on this device”, choose smaller weights, or free space on this device.`,
      error,
    );
  }
  const part = error instanceof NoAnswerError ? await store.find(url) : undefined;
  if (!part || at === 0) return error;
  return new FetchError(
    `${(error as Error).message} ${byteCount(at)}${part.total === null ? '' : ` of ${byteCount(part.total)}`} are kept; the next try goes on from there.`,
    error,
  );
}
