import { checkConformance } from '../../encoder/conformance/check-conformance';
import type { DualEncoder } from '../../encoder/conformance/golden';
import type { ModelFiles } from '../../encoder/download/download';
import type { ResolvedDevice } from '../../encoder/runtime/device';
import type { ImageConfig } from '../../images/config';
import { byteCount } from '../../lib/byte-count';
import { abortable } from '../../net/abortable';
import type { Conformance } from '../../protocol/conformance';
import type { RunContext } from '../request';
import { DecodePool } from './decode-pool';
import type { EncoderThread } from '../threads';
import { openEncoderThread } from './encoder-thread';

/** The checked model: how to have its files again, the device it runs on, and the size of its graphs in bytes. */
interface CheckedModel {
  readonly read: () => Promise<ModelFiles>;
  readonly device: ResolvedDevice;
  readonly bytes: number;
}

/**
 * Checks an encoder against WebAssembly, where a second worker loads the same model for the duration of the check.
 * @throws what `signal` was aborted with, any error of the checked encoder itself
 */
export async function checkEncoder(
  thread: EncoderThread,
  image: ImageConfig,
  { read, device, bytes }: CheckedModel,
  { ports: { threads, browser }, signal }: RunContext,
): Promise<Conformance> {
  const decoders = new DecodePool(threads.startDecoder, 1);
  const isWasm = device.device === 'wasm';
  const openReference = async () => {
    const sharing = { encoders: 1, threads: device.threads };
    const files = await abortable(read(), signal);
    const reference = await openEncoderThread(threads.startEncoder, files, 'wasm', sharing, signal);
    return { encoder: interruptible(reference.thread, signal), end: reference.thread.terminate };
  };
  try {
    const conformance = await checkConformance(interruptible(thread, signal), image, {
      openReference: isWasm ? null : openReference,
      obstacle: isWasm ? null : memoryShortage(bytes, browser.deviceMemory),
      prepare: async (picture, config) =>
        (await abortable(decoders.prepare(picture, config), signal)).picture,
    });
    signal.throwIfAborted();
    return conformance;
  } finally {
    decoders.terminate();
  }
}

/**
 * Why memory may be too small for a second copy of a model, as a file and as the runtime's weights; null where it is not, or
 * where the browser does not say how much memory (`gibibytes`) there is.
 */
function memoryShortage(bytes: number, gibibytes: number | undefined): string | null {
  const needed = 2 * bytes;
  if (gibibytes === undefined || 2 * needed <= gibibytes * 2 ** 30) return null;
  return `a second copy of the model needs ${byteCount(needed)}, too much for a device with ${gibibytes} GiB of memory`;
}

/** An encoder whose calls end when its worker dies or `signal` is aborted. */
function interruptible({ remote, died }: EncoderThread, signal: AbortSignal): DualEncoder {
  const until = <T>(call: Promise<T>) => abortable(abortable(call, died), signal);
  return {
    embedTexts: (texts) => until(remote.embedTexts(texts)),
    embedPrepared: (pictures) => until(remote.embedPrepared(pictures)),
  };
}
