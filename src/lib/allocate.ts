/** Allocates memory: a SharedArrayBuffer where other threads need it too, or an ArrayBuffer. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Memory for one thread. */
export const ordinary: Allocate = (bytes) => new ArrayBuffer(bytes);
