import type { EncoderIdentity } from '../../embeddings/key';
import type { ModelSpec } from '../../encoder/catalogue/model-entry';
import { conformanceWarnings } from '../../encoder/conformance/conformance-warnings';
import { areShared, type ModelFiles } from '../../encoder/download/download';
import { shareThreads, type ResolvedDevice, type Sharing } from '../../encoder/runtime/device';
import { RUNTIME } from '../../encoder/runtime/runtime';
import { PREPROCESSING_VERSION } from '../../images/preprocess';
import { abortable } from '../../net/abortable';
import type { EncoderFacts } from '../../protocol/conformance';
import type { ModelDtype } from '../../protocol/models';
import type { RunContext, RunRequest } from '../request';
import { checkEncoder } from './check-encoder';
import { chooseDtype } from './choose-dtype';
import { keepFacts, readFacts } from './encoder-facts';
import type { LoadedEncoder } from './encoder-slot';
import { openEncoderThread } from './encoder-thread';
import { findModel } from './find-model';
import { modelSpecOf } from './model-spec';

/** An encoder whose vectors have an identity. Its model is loaded when the first vector is missing, not before. */
export interface OpenedEncoder {
  readonly spec: ModelSpec;
  readonly dtype: ModelDtype;
  readonly device: ResolvedDevice;
  readonly identity: EncoderIdentity;
  /** Opens and checks it, and tells nobody. */
  open(): Promise<LoadedEncoder>;
  /** The encoder with its model loaded and checked; throws a DeviceError where the device cannot run it. */
  load(): Promise<LoadedEncoder>;
  /** Ends it; `load` opens a new one. */
  end(): void;
  /**
   * What was found when it was loaded, now or when the cached vectors were made; undefined where unknown. Emits the
   * caveats that follow from it.
   */
  facts(): Promise<EncoderFacts | undefined>;
}

/** Finds the device and the model's files, and fetches those that are missing. */
export async function openEncoder(request: RunRequest, context: RunContext): Promise<OpenedEncoder> {
  const { browser, encoderSlot } = context.ports;
  const spec = modelSpecOf(request, (url) => browser.absolute(url));
  const device = await browser.resolveDevice(request.choices.device);
  const { dtype, fallback } = chooseDtype(request.choices, spec, device);
  const model = await findModel(spec, dtype, request.files, context);
  for (const sentence of [device.fallback, fallback, ...model.remarks]) {
    if (sentence !== null) context.emit({ kind: 'caveat', sentence });
  }
  const sharing = shareThreads(device, model.bytes);
  // An encoder on WebGPU is compared with one on WebAssembly.
  const read = () => model.read(sharing.encoders > 1 || device.device === 'webgpu');
  const identity: EncoderIdentity = {
    model: spec.baseUrl,
    revision: model.revision,
    dtype,
    device: device.adapter ? `${device.device} ${device.adapter}` : `${device.device} × ${sharing.threads}`,
    runtime: RUNTIME,
    preprocessing: PREPROCESSING_VERSION,
  };
  const name = JSON.stringify(identity);
  const facts = async () => {
    const known = await readFacts(name, context);
    for (const sentence of caveatsOf(known)) context.emit({ kind: 'caveat', sentence });
    return known;
  };
  const open = () =>
    encoderSlot.load(name, context.signal, (signal) =>
      openChecked(name, read, device, sharing, { ...context, signal }),
    );
  const loadAndReport = async () => {
    emitStep('opening', context);
    const loaded = await abortable(open(), context.signal);
    if (!encoderSlot.facts.has(name)) await keepFacts(name, loaded.facts, context);
    emitStep('ready', context);
    await facts();
    return loaded;
  };
  let loading: Promise<LoadedEncoder> | undefined;
  return {
    spec,
    dtype,
    device,
    identity,
    open,
    load: () => (loading ??= loadAndReport()),
    end() {
      encoderSlot.clear();
      loading = undefined;
    },
    facts,
  };
}

const MIXED = 'WebGPU does not support every operator of this model: the others run on the CPU.';

const caveatsOf = (facts: EncoderFacts | undefined): string[] => [
  ...(facts?.mixed ? [MIXED] : []),
  ...(facts?.conformance ? conformanceWarnings(facts.conformance) : []),
];

/** A new encoder; it is checked once per visit. */
async function openChecked(
  identity: string,
  read: () => Promise<ModelFiles>,
  device: ResolvedDevice,
  sharing: Sharing,
  context: RunContext,
): Promise<LoadedEncoder> {
  const { ports, signal } = context;
  const files = await abortable(read(), signal);
  const { thread, mixed, image, least, bytes } = await openEncoderThread(
    ports.threads.startEncoder,
    files,
    device.device,
    sharing,
    signal,
  );
  const check = async () => {
    emitStep('checking', context);
    const again = areShared(files) ? async () => files : read;
    const conformance = await checkEncoder(thread, image, { read: again, device, bytes }, context);
    return { mixed, conformance };
  };
  try {
    const facts = ports.encoderSlot.facts.get(identity) ?? (await check());
    return { identity, thread, image, least, facts };
  } catch (error) {
    thread.terminate();
    throw error;
  }
}

const STEPS = {
  opening: 'loading the model',
  checking: 'checking the vectors of a few fixed inputs',
  ready: '',
};

function emitStep(step: keyof typeof STEPS, { emit }: RunContext): void {
  const done = Object.keys(STEPS).indexOf(step);
  emit({ kind: 'stage', name: 'encoder', done, total: 2, unit: 'steps', detail: STEPS[step] });
}
