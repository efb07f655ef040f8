import { DeviceError, isExplained, messageOf } from '../lib/errors';

const FULL =
  'Storage is full: delete models or embeddings under “Stored on this device”, or free space on this device, and run again.';
const NEWER =
  'Storage was last used by a newer version of this page: reload this page to get that version, and run again.';
const OFF =
  'This browser window stores nothing (a private window, or storage is off): use an ordinary window, or allow this page to store data.';
export const BLOCKED =
  'Another tab has an older version of this page open: close or reload that tab, and run again.';
export const SILENT =
  'Storage does not answer: close other tabs of this page or restart the browser, and run again.';

/** What to show of an error of IndexedDB, by its name. */
const SENTENCES: Readonly<Record<string, string>> = {
  QuotaExceededError: FULL,
  VersionError: NEWER,
  SecurityError: OFF,
  InvalidStateError: OFF,
  NotAllowedError: OFF,
};

/** An error of storage as a sentence that says what is wrong and what to do. */
export function storageError(error: unknown): Error {
  if (isExplained(error)) return error as Error;
  const name = (error as Error | null)?.name ?? '';
  const sentence =
    SENTENCES[name] ??
    `Storage failed (${messageOf(error)}): free space on this device or restart the browser, and run again.`;
  return new DeviceError(sentence, error);
}

/** This browser window has no storage at all. */
export const noStorage = (): Error => new DeviceError(OFF);
