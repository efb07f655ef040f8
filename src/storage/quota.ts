import type { Room } from '../encoder/download/model-store';

/** What the browser grants this page over all its storage; null where it does not tell. */
export async function room(): Promise<Room | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : { usage, quota };
}

/** Whether the browser promised to delete nothing by itself; null where it does not tell. */
export const isKept = async (): Promise<boolean | null> => (await navigator.storage?.persisted?.()) ?? null;

/** Asks the browser to delete nothing by itself; some ask the person. */
export const askToKeep = async (): Promise<boolean | null> => (await navigator.storage?.persist?.()) ?? null;
