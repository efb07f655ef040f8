/** Makes room that other threads may see too: `new SharedArrayBuffer(bytes)`, or an ArrayBuffer on one thread. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Memory of one thread, which is freed soon. */
export const ordinary: Allocate = (bytes) => new ArrayBuffer(bytes);
