import { messageOf } from '../../lib/errors';

/** Why an encoder gave no vectors: no memory; its thread, runtime or GPU is gone; or anything else, which a restart does not mend. */
export type Failure = 'memory' | 'gone' | 'other';

const MEMORY =
  /out of memory|bad_alloc|allocation failed|failed to allocate|unable to grow|not enough memory/i;
const GONE = /device (is |was )?lost|lost device|device was destroyed|external Instance reference|^aborted/i;

/**
 * The kind of what an encoder threw. Errors come from a thread with no more than name and message, and onnxruntime-web names no kinds,
 * so the words decide.
 */
export function failureOf(error: unknown): Failure {
  // onnxruntime-web lets a C++ exception through as its address; where it runs at all, that is std::bad_alloc.
  if (typeof error === 'number') return 'memory';
  const message = messageOf(error);
  if (MEMORY.test(message)) return 'memory';
  const name = error instanceof Error ? error.name : '';
  // A trap of WebAssembly is a RuntimeError and leaves the runtime unusable.
  if (name === 'DeviceError' || name === 'RuntimeError' || GONE.test(message)) return 'gone';
  return 'other';
}
