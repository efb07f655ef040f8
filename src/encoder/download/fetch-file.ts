import { byteCount } from '../../lib/byte-count';
import { DeviceError, FetchError } from '../../lib/errors';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from '../../net/retry-policy';
import { fetchWithRetry, NoAnswerError } from '../../net/fetch-with-retry';
import { Waits, type HostWait } from '../../net/waits';
import { sha256 } from '../../lib/sha256';
import type { FileFacts } from '../catalogue/model-entry';
import { WrongContentError } from './check-content';
import { StorageFullError, type ModelStore, type StoredFile } from './model-store';
import { probeFile, readPointer } from './remote-file';
import { Transfer, type Reached } from './transfer';

/** A file to fetch, and what is known about it. */
export interface WantedFile {
  readonly url: string;
  /** Its path in the model's folder. */
  readonly name: string;
  /** The model's label. */
  readonly model: string;
  readonly facts: FileFacts;
  /** True where a file that differs from the facts is rejected. */
  readonly strict: boolean;
  /** True where the address always means the same bytes. */
  readonly pinned: boolean;
}

/** Progress of a file, and what is waited for, null where nothing is. */
export type FileProgress = Reached & { readonly wait: HostWait | null };

/** A complete file; `unverified` where its host could not be asked whether the file has changed. */
export interface FetchedFile {
  readonly file: StoredFile;
  readonly unverified: boolean;
}

/**
 * Returns a file from the store. Missing bytes are fetched first, and kept even where the download fails half-way.
 * @throws FetchError where the host does not send the file or sends another one, StorageFullError where it does not fit
 */
export async function fetchFile(
  wanted: WantedFile,
  store: ModelStore,
  signal: AbortSignal,
  onProgress: (progress: FileProgress) => void,
  policy: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<FetchedFile> {
  const { url, name, model } = wanted;
  const stored = await store.find(url);
  let wait: HostWait | null = null;
  let at: Reached = { bytes: stored?.bytes ?? 0, total: stored?.total ?? wanted.facts.bytes };
  const waits = new Waits((newest) => onProgress({ ...at, wait: (wait = newest) }));
  const retry = { ...policy, waits };
  if (stored?.sha256) {
    const state = await stateOf(stored, wanted, signal, retry);
    if (state !== 'stale') return { file: stored, unverified: state === 'unverified' };
    await store.remove(url);
  }
  const facts = await withHubFacts(wanted, signal, retry);
  const begun = stored && !stored.sha256 && resumable(stored, facts) ? stored : undefined;
  const transfer = new Transfer(url, { name, model }, begun, store, (reached) =>
    onProgress({ ...(at = reached), wait }),
  );
  const isWhole = begun !== undefined && begun.bytes === begun.total;
  try {
    if (!isWhole) {
      const { read, headers } = transfer;
      const reached = () => transfer.at;
      const cache = store.lasting ? 'no-store' : 'default';
      await fetchWithRetry(url, { read, headers, reached, cache }, signal, retry);
    }
  } catch (error) {
    if (transfer.at === 0 || error instanceof WrongContentError) await store.remove(url);
    throw await explained(error, wanted, transfer.at, store);
  }
  return { file: await verified(wanted, facts, store), unverified: false };
}

/** Whether a stored file is up to date. The host is asked only where neither a hash nor a pinned address settles it. */
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

/** The known facts of a file; where they lack its hash, those of its hub. */
async function withHubFacts(
  { url, facts }: WantedFile,
  signal: AbortSignal,
  retry: RetryPolicy,
): Promise<FileFacts> {
  if (facts.sha256 !== null) return facts;
  return (await readPointer(url, signal, retry)) ?? facts;
}

/** A partial file can be resumed where a change of the host's file would be noticed. */
const resumable = (part: StoredFile, facts: FileFacts): boolean =>
  part.bytes > 0 && (part.validator !== null || facts.sha256 !== null);

/** Hashes and verifies a file whose bytes are all stored. */
async function verified(
  { url, name, strict, facts: expected }: WantedFile,
  facts: FileFacts,
  store: ModelStore,
): Promise<StoredFile> {
  const part = await store.find(url);
  if (!part) {
    throw new DeviceError(`${name} was deleted from this browser’s storage while it was downloaded.`);
  }
  const hash = await sha256(await store.read(url));
  const binding = strict || expected.sha256 === null;
  const wrongLength = binding && facts.bytes !== null && part.bytes !== facts.bytes;
  if (wrongLength || (binding && facts.sha256 !== null && hash !== facts.sha256)) {
    await store.remove(url);
    throw new FetchError(
      wrongLength
        ? `${url} has ${part.bytes} bytes instead of ${facts.bytes}: it is truncated or a different file, and was discarded. Try again, or choose a mirror.`
        : `${url} is not the expected file: its SHA-256 is ${hash}, not ${facts.sha256}. It was discarded. Try again, or choose a mirror.`,
    );
  }
  const whole = { ...part, name, total: part.bytes, sha256: hash, stored: new Date().toISOString() };
  await store.note(whole);
  return whole;
}

/** The error with what helps to act on it: how much of a broken download is kept, how much storage there is. */
async function explained(
  error: unknown,
  { url, name }: WantedFile,
  at: number,
  store: ModelStore,
): Promise<unknown> {
  if (error instanceof StorageFullError) {
    const storage = await store.storageUsage();
    const figures = storage
      ? `the browser allows this page ${byteCount(storage.quota)}, of which ${byteCount(storage.usage)} is used`
      : 'the browser does not say how much it allows this page';
    return new StorageFullError(
      `Not enough storage for ${name}: ${figures}. Delete models under “Stored on this device”, choose smaller weights, or free space on this device.`,
      error,
    );
  }
  const part = error instanceof NoAnswerError ? await store.find(url) : undefined;
  if (!part || at === 0) return error;
  return new FetchError(
    `${(error as Error).message} ${byteCount(at)}${part.total === null ? '' : ` of ${byteCount(part.total)}`} is kept; the next attempt continues from there.`,
    error,
  );
}
