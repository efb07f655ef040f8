import type { Room } from '../encoder/download/model-store';

/** How much storage the browser grants this page, and how much is used; null where it does not say. */
export async function room(): Promise<Room | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : { usage, quota };
}

/** Whether the browser has promised not to delete anything by itself; null where it does not say. */
export const isKept = async (): Promise<boolean | null> => (await navigator.storage?.persisted?.()) ?? null;

/** Asks the browser not to delete anything by itself; some browsers ask the person. */
export const askToKeep = async (): Promise<boolean | null> => (await navigator.storage?.persist?.()) ?? null;
