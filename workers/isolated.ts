import type { Allocate } from '../src/lib/allocate';

/** Whether threads of this page can share memory: it was served with the headers that isolate it. */
export const isolated = (): boolean => globalThis.crossOriginIsolated === true;

/** Room that all threads of the page see, where they can share memory. */
export const allocate: Allocate = (bytes) =>
  isolated() ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
