import { ordinary, type Allocate } from './allocate';

/** Whether this page was served with the headers that let its threads share memory, and its browser heeds them. */
export const isolated = (): boolean =>
  (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true;

/** Whether threads of this page can share memory. WebKitGTK isolates a page and has no shared memory all the same. */
export const sharesMemory = (): boolean => isolated() && 'SharedArrayBuffer' in globalThis;

/** Room that all threads of the page see, where they can share memory. */
export const allocate: Allocate = (bytes) =>
  sharesMemory() ? new SharedArrayBuffer(bytes) : ordinary(bytes);
