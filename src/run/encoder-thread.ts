import { transfer } from 'comlink';
import { startEncoder, type Hosted } from '../../workers/host';
import type { ModelFiles } from '../encoder/download/download';
import type { ResolvedDevice } from '../encoder/runtime/device';
import type { Encoder } from '../encoder/runtime/encoder';
import type { ImageConfig } from '../images/config';
import { abortable } from '../net/abortable';

/** An encoder that was opened in a new worker. */
export interface EncoderThread {
  readonly hosted: Hosted<Encoder>;
  /** True where parts of a graph run on the CPU beside WebGPU. */
  readonly mixed: boolean;
  readonly image: ImageConfig;
  /** Of both graphs. */
  readonly bytes: number;
}

/**
 * Starts a worker and opens a model in it; ends the worker where that fails.
 * @throws DeviceError where the device cannot run the model or the worker dies; what `signal` was aborted with
 */
export async function openEncoderThread(
  read: () => Promise<ModelFiles>,
  { device, threads }: Pick<ResolvedDevice, 'device' | 'threads'>,
  signal: AbortSignal,
): Promise<EncoderThread> {
  const files = await abortable(read(), signal);
  const bytes = files.vision.byteLength + files.text.byteLength;
  const hosted = startEncoder();
  try {
    const sent = transfer(files, [files.vision.buffer, files.text.buffer]);
    const opening = abortable(hosted.remote.open(sent, device, threads), hosted.died);
    return { hosted, bytes, ...(await abortable(opening, signal)) };
  } catch (error) {
    hosted.terminate();
    throw error;
  }
}
