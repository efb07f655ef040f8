import { transfer, type Remote } from 'comlink';
import { startEncoder, type Hosted } from '../../workers/host';
import { dtypesOf, needsShaderF16, type ModelSpec } from '../clip/catalogue';
import { resolveDevice, type ResolvedDevice } from '../clip/device';
import type { DownloadProgress, ModelFiles } from '../clip/download';
import type { Encoder } from '../clip/encoder';
import { PREPROCESSING_VERSION } from '../clip/preprocess';
import { RUNTIME } from '../clip/runtime';
import { defaultDtype, type ModelDtype } from '../clip/weights';
import type { EncoderIdentity } from '../embeddings/key';
import { saveEncoderFacts, readEncoderFacts } from '../storage/indexed-db';
import { abortable } from './abortable';
import type { Choices } from './choices';
import { findModel, specOf } from './find-model';
import type { Dropped } from './store';

/** An encoder whose vectors have a name. It is started when the first vector is missing, not before. */
export interface OpenedEncoder {
  readonly spec: ModelSpec;
  readonly dtype: ModelDtype;
  readonly device: ResolvedDevice;
  readonly identity: EncoderIdentity;
  readonly substitutions: readonly string[];
  /** The encoder in its worker; throws a DeviceError where the device cannot run it. */
  start(): Promise<Remote<Encoder>>;
  /** What came to light when it was started, now or when the vectors in the cache were made. */
  startedWith(): Promise<readonly string[]>;
}

interface Running {
  readonly hosted: Hosted<Encoder>;
  readonly identity: string;
}

let running: Running | undefined;

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
  let starting: Promise<Remote<Encoder>> | undefined;
  return {
    spec,
    dtype,
    device,
    identity,
    substitutions: [device.substitution, substitution, ...model.remarks].filter(
      (sentence) => sentence !== null,
    ),
    start: () => (starting ??= start(() => model.read(), device, JSON.stringify(identity), signal)),
    startedWith: async () => ((await readEncoderFacts(JSON.stringify(identity)))?.mixed ? [MIXED] : []),
  };
}

const MIXED = 'WebGPU does not take every node of this model: the runtime runs the others on the CPU.';

async function start(
  read: () => Promise<ModelFiles>,
  { device, threads }: ResolvedDevice,
  identity: string,
  signal: AbortSignal,
): Promise<Remote<Encoder>> {
  if (running?.identity === identity) return running.hosted.remote;
  endEncoder();
  const files = await abortable(read(), signal);
  const hosted = startEncoder();
  try {
    const opening = hosted.remote.open(
      transfer(files, [files.vision.buffer, files.text.buffer]),
      device,
      threads,
    );
    const { mixed } = await abortable(opening, signal);
    await saveEncoderFacts(identity, { mixed });
    running = { hosted, identity };
    return hosted.remote;
  } catch (error) {
    hosted.terminate();
    throw error;
  }
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
