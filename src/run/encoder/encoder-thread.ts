import type { ModelFiles } from '../../encoder/download/download';
import type { ResolvedDevice } from '../../encoder/runtime/device';
import type { LeastRows } from '../../encoder/runtime/batches';
import type { ImageConfig } from '../../images/config';
import { abortable } from '../../net/abortable';
import type { EncoderThread } from '../threads';

/** An encoder whose model was opened in a new worker. */
export interface OpenedThread {
  readonly thread: EncoderThread;
  /** True where parts of a graph run on the CPU beside WebGPU. */
  readonly mixed: boolean;
  readonly image: ImageConfig;
  readonly least: LeastRows;
  /** Size of both graphs in bytes. */
  readonly bytes: number;
}

/**
 * Starts a worker and opens a model in it; ends the worker where that fails.
 * @throws DeviceError where the device cannot run the model or the worker dies; what `signal` was aborted with
 */
export async function openEncoderThread(
  start: () => EncoderThread,
  read: () => Promise<ModelFiles>,
  { device, threads }: Pick<ResolvedDevice, 'device' | 'threads'>,
  signal: AbortSignal,
): Promise<OpenedThread> {
  const files = await abortable(read(), signal);
  const bytes = files.vision.byteLength + files.text.byteLength;
  const thread = start();
  try {
    const opening = abortable(thread.remote.open(files, device, threads), thread.died);
    return { thread, bytes, ...(await abortable(opening, signal)) };
  } catch (error) {
    thread.terminate();
    throw error;
  }
}
