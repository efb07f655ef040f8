/** Makes room that other threads may see too: `new SharedArrayBuffer(bytes)`, or an ArrayBuffer on one thread. */
export type Allocate = (bytes: number) => ArrayBufferLike;
