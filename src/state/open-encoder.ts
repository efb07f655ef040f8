import { transfer, type Remote } from 'comlink';
import { startEncoder, type Hosted } from '../../workers/host';
import {
  clipVitB32,
  defaultDtype,
  DEMO_MODEL,
  modelAt,
  type ModelDtype,
  type ModelSpec,
} from '../clip/catalogue';
import { resolveDevice, type ResolvedDevice } from '../clip/device';
import { downloadModel, type DownloadProgress, type ModelFiles } from '../clip/download';
import type { Encoder } from '../clip/encoder';
import { PREPROCESSING_VERSION } from '../clip/preprocess';
import { RUNTIME } from '../clip/runtime';
import { sha256, type EncoderIdentity } from '../embeddings/key';
import { InputError, messageOf } from '../errors';
import { abortable } from './abortable';
import { absolute } from './absolute';
import type { Choices } from './choices';

/** A running encoder and all that must be known of it. */
export interface OpenedEncoder {
  readonly remote: Remote<Encoder>;
  readonly spec: ModelSpec;
  readonly dtype: ModelDtype;
  readonly device: ResolvedDevice;
  readonly identity: EncoderIdentity;
  readonly substitutions: readonly string[];
}

interface Running {
  readonly hosted: Hosted<Encoder>;
  readonly identity: string;
  /** True where parts of a graph run on the CPU beside WebGPU. */
  readonly mixed: boolean;
}

let running: Running | undefined;

/** Ends the encoder's worker; the next use starts another. */
export function endEncoder(): void {
  running?.hosted.terminate();
  running = undefined;
}

/**
 * Finds the device, fetches the model's files and starts it; an encoder that already runs the same files on the same device is kept.
 * Where `auto` chose WebGPU and it cannot run the graph, WebAssembly does, and says so.
 */
export async function* openEncoder(
  choices: Choices,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress, OpenedEncoder> {
  const chosen = specOf(choices);
  const spec = { ...chosen, baseUrl: absolute(chosen.baseUrl) };
  let device = await resolveDevice(choices.device);
  const substitutions = device.substitution ? [device.substitution] : [];
  const { dtype, substitution } = dtypeOf(choices, spec, device);
  if (substitution) substitutions.push(substitution);
  const files = yield* downloadModel(spec, dtype, signal);
  const revision = spec.revision ?? `sha256:${await hashOf(files)}`;
  const identityOn = ({ device: name, adapter }: ResolvedDevice): EncoderIdentity => ({
    model: spec.baseUrl,
    revision,
    dtype,
    device: adapter ? `${name} ${adapter}` : name,
    runtime: RUNTIME,
    preprocessing: PREPROCESSING_VERSION,
  });
  let started: Running;
  try {
    started = await start(files, device, identityOn(device), signal);
  } catch (error) {
    if (choices.device !== 'auto' || device.device !== 'webgpu' || (error as Error).name !== 'DeviceError')
      throw error;
    substitutions.push(
      `WebGPU could not run this model (${messageOf(error)}): it runs on WebAssembly instead.`,
    );
    device = await resolveDevice('wasm');
    started = await start(files, device, identityOn(device), signal);
  }
  if (started.mixed) {
    substitutions.push(
      'WebGPU does not take every node of this model: the runtime runs the others on the CPU.',
    );
  }
  return { remote: started.hosted.remote, spec, dtype, device, identity: identityOn(device), substitutions };
}

async function start(
  files: ModelFiles,
  { device, threads }: ResolvedDevice,
  identity: EncoderIdentity,
  signal: AbortSignal,
): Promise<Running> {
  const wanted = JSON.stringify(identity);
  if (running?.identity === wanted) return running;
  endEncoder();
  const hosted = startEncoder();
  const copies = { ...files, vision: files.vision.slice(), text: files.text.slice() };
  const opening = hosted.remote.open(
    transfer(copies, [copies.vision.buffer, copies.text.buffer]),
    device,
    threads,
  );
  try {
    const { mixed } = await abortable(opening, signal);
    return (running = { hosted, identity: wanted, mixed });
  } catch (error) {
    hosted.terminate();
    throw error;
  }
}

function specOf({ model, hub, modelUrl }: Choices): ModelSpec {
  if (model === 'demo') return DEMO_MODEL;
  if (model === 'clip-vit-b32') return clipVitB32(hub);
  if (!modelUrl) throw new InputError('Give the address of the model’s folder, or choose another model.');
  return modelAt(modelUrl);
}

function dtypeOf({ dtype }: Choices, spec: ModelSpec, { device }: ResolvedDevice) {
  if (dtype === 'auto') return { dtype: defaultDtype(device, spec), substitution: null };
  if (spec.dtypes.includes(dtype)) return { dtype, substitution: null };
  const substitution = `${spec.label} has no ${dtype} weights: ${spec.dtypes[0]} is used instead.`;
  return { dtype: spec.dtypes[0], substitution };
}

async function hashOf(files: ModelFiles): Promise<string> {
  const text = [files.config, files.preprocessor, files.tokenizer, files.tokenizerConfig].join('\n');
  const parts = [new TextEncoder().encode(text), files.vision, files.text];
  return sha256(new TextEncoder().encode((await Promise.all(parts.map(sha256))).join(' ')));
}
