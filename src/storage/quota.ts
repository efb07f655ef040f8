import type { StorageUsage } from '../encoder/download/model-store';

/** How much storage the browser allows this page, and how much is used; null where it does not say. */
export async function storageUsage(): Promise<StorageUsage | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : { usage, quota };
}

/** Whether the browser has promised to delete nothing on its own; null where it does not say. */
export const isPersistent = async (): Promise<boolean | null> =>
  (await navigator.storage?.persisted?.()) ?? null;

/** Asks the browser to delete nothing on its own; some browsers ask the user. */
export const requestPersistence = async (): Promise<boolean | null> =>
  (await navigator.storage?.persist?.()) ?? null;
