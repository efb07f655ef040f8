import type { ModelFiles } from '../../encoder/download/download';
import type { Device, Sharing } from '../../encoder/runtime/device';
import type { LeastRows } from '../../encoder/runtime/batches';
import type { ImageConfig } from '../../images/config';
import { abortable } from '../../net/abortable';
import type { EncoderThread } from '../threads';
import { inParallel } from './in-parallel';

/** An encoder whose model was opened in new workers, one or several. */
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
 * Starts workers and opens a model in each; ends them where that fails.
 * @throws DeviceError where the device cannot run the model or a worker dies; what `signal` was aborted with
 */
export async function openEncoderThread(
  start: () => EncoderThread,
  files: ModelFiles,
  device: Device,
  { encoders, threads }: Sharing,
  signal: AbortSignal,
): Promise<OpenedThread> {
  const bytes = files.vision.byteLength + files.text.byteLength;
  const thread = inParallel(Array.from({ length: encoders }, start));
  try {
    const opening = abortable(thread.remote.open(files, device, threads), thread.died);
    return { thread, bytes, ...(await abortable(opening, signal)) };
  } catch (error) {
    thread.terminate();
    throw error;
  }
}
