import { messageOf } from '../../lib/errors';

/** Why an encoder failed: out of memory; its thread, runtime or GPU is gone; or anything else, which a restart would not fix. */
export type Failure = 'memory' | 'gone' | 'other';

const MEMORY =
  /out of memory|bad_alloc|allocation failed|failed to allocate|unable to grow|not enough memory/i;
const GONE = /device (is |was )?lost|lost device|device was destroyed|external Instance reference|^aborted/i;

/**
 * Classifies what an encoder threw. An error arrives from a thread with no more than name and message, and onnxruntime-web has no
 * error classes, so the wording decides.
 */
export function failureOf(error: unknown): Failure {
  // onnxruntime-web throws a C++ exception as its address, a number; in a model that ran before, that is std::bad_alloc.
  if (typeof error === 'number') return 'memory';
  const message = messageOf(error);
  if (MEMORY.test(message)) return 'memory';
  const name = error instanceof Error ? error.name : '';
  // A WebAssembly trap is a RuntimeError and leaves the runtime unusable.
  if (name === 'DeviceError' || name === 'RuntimeError' || GONE.test(message)) return 'gone';
  return 'other';
}
