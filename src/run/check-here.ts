import { startPreparer, type Hosted } from '../../workers/host';
import { checkConformance } from '../encoder/conformance/check-conformance';
import type { Embeds } from '../encoder/conformance/golden';
import type { ModelFiles } from '../encoder/download/download';
import type { ResolvedDevice } from '../encoder/runtime/device';
import type { Encoder } from '../encoder/runtime/encoder';
import type { ImageConfig } from '../images/config';
import { byteCount } from '../lib/byte-count';
import { abortable } from '../net/abortable';
import type { Conformance } from '../protocol/conformance';
import { DecodePool } from './decode-pool';
import { openEncoderThread } from './encoder-thread';

/** The model that is checked: where its files are read again, on what it runs, and how large its graphs are. */
interface Checked {
  readonly read: () => Promise<ModelFiles>;
  readonly device: ResolvedDevice;
  readonly bytes: number;
}

/**
 * Checks an encoder of this page against WebAssembly, which for a moment holds the same model in a second worker.
 * @throws what `signal` was aborted with, any error of the checked encoder itself
 */
export async function checkHere(
  { remote, died }: Hosted<Encoder>,
  image: ImageConfig,
  { read, device, bytes }: Checked,
  signal: AbortSignal,
): Promise<Conformance> {
  const preparers = new DecodePool(startPreparer, 1);
  const wasm = { device: 'wasm', threads: device.threads } as const;
  try {
    const conformance = await checkConformance(answering(remote, [died, signal]), image, {
      openReference:
        device.device === 'wasm'
          ? null
          : async () => {
              const { hosted } = await openEncoderThread(read, wasm, signal);
              return { encoder: answering(hosted.remote, [hosted.died, signal]), end: hosted.terminate };
            },
      obstacle: device.device === 'wasm' ? null : shortage(bytes),
      prepare: (picture, config) => abortable(preparers.prepare(picture, config), signal),
    });
    signal.throwIfAborted();
    return conformance;
  } finally {
    preparers.terminate();
  }
}

/** Why this device may not hold a model once more, as a file and as the runtime's weights; null where it may, or where browsers do not tell. */
function shortage(bytes: number): string | null {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const needed = 2 * bytes;
  if (deviceMemory === undefined || 2 * needed <= deviceMemory * 2 ** 30) return null;
  return `a second copy of the model needs ${byteCount(needed)}, too much for a device of ${deviceMemory} GiB`;
}

/** An encoder whose calls end when one of the signals does. */
function answering(encoder: Hosted<Encoder>['remote'], signals: readonly AbortSignal[]): Embeds {
  const until = <T>(call: Promise<T>) =>
    signals.reduce((promise, signal) => abortable(promise, signal), call);
  return {
    embedTexts: (texts) => until(encoder.embedTexts(texts)),
    embedPrepared: (pictures) => until(encoder.embedPrepared(pictures)),
  };
}
