import type { Remote } from 'comlink';
import type { Hosted } from '../../workers/host';
import type { EncoderIdentity } from '../embeddings/key';
import { dtypesOf, needsShaderF16, type ModelSpec } from '../encoder/catalogue/catalogue';
import { defaultDtype } from '../encoder/catalogue/weights';
import type { DownloadProgress, ModelFiles } from '../encoder/download/download';
import { resolveDevice, type ResolvedDevice } from '../encoder/runtime/device';
import type { Encoder } from '../encoder/runtime/encoder';
import { RUNTIME } from '../encoder/runtime/runtime';
import type { ImageConfig } from '../images/config';
import { PREPROCESSING_VERSION } from '../images/preprocess';
import type { Choices } from '../protocol/choices';
import { type ModelDtype } from '../protocol/models';
import type { Dropped } from '../state/store';
import { readEncoderFacts, saveEncoderFacts, type EncoderFacts } from '../storage/indexed-db';
import { checkHere } from './check-here';
import { openEncoderThread } from './encoder-thread';
import { findModel, specOf } from './find-model';

/** An encoder that runs in its worker. */
export interface StartedEncoder {
  readonly remote: Remote<Encoder>;
  /** Aborted when its worker dies. */
  readonly died: AbortSignal;
  /** How it wants its pictures. */
  readonly image: ImageConfig;
}

/** What an encoder is busy with before it embeds; what it goes through in this order, leaving out what was done before. */
export type StartStep = 'opening' | 'checking' | 'ready';

/** An encoder whose vectors have a name. It is started when the first vector is missing, not before. */
export interface OpenedEncoder {
  readonly spec: ModelSpec;
  readonly dtype: ModelDtype;
  readonly device: ResolvedDevice;
  readonly identity: EncoderIdentity;
  readonly substitutions: readonly string[];
  /** The encoder in its worker, checked; throws a DeviceError where the device cannot run it. What is under way is told. */
  start(tell: (step: StartStep) => void): Promise<StartedEncoder>;
  /** Ends it; `start` gives another. */
  end(): void;
  /** What came to light when it was started, now or when the vectors in the cache were made; undefined where that is not known. */
  facts(): Promise<EncoderFacts | undefined>;
}

interface Running {
  readonly hosted: Hosted<Encoder>;
  readonly identity: string;
  readonly image: ImageConfig;
}

let running: Running | undefined;
const checked = new Set<string>();

/** Ends the encoder's worker; the next use starts another. */
export function endEncoder(): void {
  running?.hosted.terminate();
  running = undefined;
}

/** Finds the device and the model's files, fetching what is missing of them. */
export async function* openEncoder(
  choices: Choices,
  dropped: Dropped,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress, OpenedEncoder> {
  const spec = specOf(choices, dropped);
  const device = await resolveDevice(choices.device);
  const { dtype, substitution } = dtypeOf(choices, spec, device);
  const model = yield* findModel(spec, dtype, dropped, signal);
  const identity: EncoderIdentity = {
    model: spec.baseUrl,
    revision: model.revision,
    dtype,
    device: device.adapter ? `${device.device} ${device.adapter}` : device.device,
    runtime: RUNTIME,
    preprocessing: PREPROCESSING_VERSION,
  };
  const name = JSON.stringify(identity);
  let starting: Promise<StartedEncoder> | undefined;
  return {
    spec,
    dtype,
    device,
    identity,
    substitutions: [device.substitution, substitution, ...model.remarks].filter(
      (sentence) => sentence !== null,
    ),
    start: (tell) => (starting ??= start(() => model.read(), device, name, tell, signal)),
    end() {
      endEncoder();
      starting = undefined;
    },
    facts: () => readEncoderFacts(name),
  };
}

async function start(
  read: () => Promise<ModelFiles>,
  device: ResolvedDevice,
  identity: string,
  tell: (step: StartStep) => void,
  signal: AbortSignal,
): Promise<StartedEncoder> {
  if (running?.identity !== identity) {
    endEncoder();
    tell('opening');
    const { hosted, mixed, image, bytes } = await openEncoderThread(read, device, signal);
    try {
      // Once a visit: an encoder that is started again is the same one.
      if (!checked.has(identity)) {
        tell('checking');
        const conformance = await checkHere(hosted, image, { read, device, bytes }, signal);
        await saveEncoderFacts(identity, { mixed, conformance });
        checked.add(identity);
      }
    } catch (error) {
      hosted.terminate();
      throw error;
    }
    running = { hosted, identity, image };
  }
  const { hosted, image } = running;
  tell('ready');
  return { remote: hosted.remote, died: hosted.died, image };
}

/** The dtype that is used for a choice, and why it is not the chosen one. */
export function dtypeOf(
  { dtype }: Pick<Choices, 'dtype'>,
  spec: ModelSpec,
  device: ResolvedDevice,
): { dtype: ModelDtype; substitution: string | null } {
  const offered = dtypesOf(spec);
  const usual = defaultDtype(device, offered);
  if (dtype === 'auto') return { dtype: usual, substitution: null };
  if (!offered.includes(dtype)) {
    return { dtype: usual, substitution: `${spec.label} has no ${dtype} weights: ${usual} is used instead.` };
  }
  const isUnfit = needsShaderF16(spec, dtype) && device.device === 'webgpu' && !device.shaderF16;
  if (!isUnfit) return { dtype, substitution: null };
  return {
    dtype: usual,
    substitution: `This GPU does not compute in half precision (shader-f16), which the ${dtype} weights need: ${usual} is used instead.`,
  };
}
