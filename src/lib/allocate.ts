/** Allocates memory: a SharedArrayBuffer where other threads need it too, or an ArrayBuffer. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Memory for one thread. */
export const ordinary: Allocate = (bytes) => new ArrayBuffer(bytes);

type Numbers = Float32Array | Float64Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;

/** The same numbers in memory of `allocate`. */
export function copiedTo<A extends Numbers>(numbers: A, allocate: Allocate): A {
  const Type = numbers.constructor as new (buffer: ArrayBufferLike) => A;
  const copy = new Type(allocate(numbers.byteLength));
  copy.set(numbers as never);
  return copy;
}

/** Whether all threads see these numbers. */
export const isShared = ({ buffer }: Numbers): boolean => !(buffer instanceof ArrayBuffer);
