import packages from '../../package.json';
import type { HostedEvaluators } from '../../workers/host';
import { isolated } from '../../workers/isolated';
import { readEmbeddings } from '../dataset/formats/read-embeddings';
import { pair } from '../dataset/pairing/pair';
import { distinctImages, twinShare } from '../dataset/pairing/twins';
import { InputError, SelfTestError } from '../lib/errors';
import { abortable } from '../net/abortable';
import { getBlob } from '../net/fetch';
import type { Choices } from '../protocol/choices';
import type { RankerChoice } from '../protocol/devices';
import type { LeftOutRecord, RunRecord } from '../protocol/run-record';
import type { SweepConfig } from '../protocol/sweep-config';
import { referenceOrder } from '../report/files/embeddings';
import type { Dropped } from '../state/store';
import { sweep } from '../sweep/sweep';
import { inputFromArrays, reorderTexts, summarise, type EvaluationInput } from '../sweep/plan/input';
import { sharedInput } from '../sweep/plan/shared-input';
import type { ResultRow } from '../sweep/results/result';
import type { SelfTest } from '../sweep/self-test/self-test';
import { absolute } from './absolute';
import { embedWithModel } from './embed-with-model';
import { openData } from './open-data';
import type { StageName } from './progress';

/** What a run tells while it goes on. */
export type RunEvent =
  | {
      readonly kind: 'stage';
      readonly name: StageName;
      readonly done: number;
      readonly total: number;
      readonly unit: string;
      readonly free?: number;
      readonly detail?: string;
      /** Given while a host asks to wait: until when, milliseconds since the epoch. */
      readonly until?: number;
    }
  | { readonly kind: 'substitution'; readonly sentence: string }
  | { readonly kind: 'left-out'; readonly items: readonly LeftOutRecord[] }
  /** The vectors are there and the sweep begins. */
  | { readonly kind: 'evaluating'; readonly record: RunRecord; readonly input: EvaluationInput }
  | { readonly kind: 'self-test'; readonly selfTest: SelfTest }
  | { readonly kind: 'row'; readonly row: ResultRow };

/** What the sweep is run on, and how it came to be. */
interface Vectors {
  readonly input: EvaluationInput;
  readonly data: RunRecord['data'];
  readonly model?: NonNullable<RunRecord['model']>;
  readonly device: Pick<RunRecord['device'], 'name' | 'adapter' | 'threads'>;
  readonly conformance?: NonNullable<RunRecord['conformance']>;
}

/** The whole path of the data: captions and pictures → vectors → rows. Everything it learns on the way is an event. */
export async function* runLab(
  choices: Choices,
  dropped: Dropped,
  hosted: HostedEvaluators,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void> {
  const started = new Date().toISOString();
  const vectors =
    choices.data === 'npz'
      ? yield* givenVectors(choices, dropped, signal)
      : yield* embeddedVectors(choices, dropped, signal);
  const { data, model, device, conformance } = vectors;
  const input = isolated()
    ? sharedInput(vectors.input, (bytes) => new SharedArrayBuffer(bytes))
    : vectors.input;
  const { sweep: config, ranker } = choices;
  const crew = await abortable(hosted.open(ranker), signal);
  const [{ kernels, gpu }] = await abortable(
    crew.runOnAll((member) => member.engine()),
    signal,
  );
  const record: RunRecord = {
    appVersion: packages.version,
    data,
    ...(model && { model }),
    device: { ...device, userAgent: navigator.userAgent },
    ...(conformance && { conformance }),
    engine: { kernels, workers: crew.members.length, gpu },
    substitutions: [],
    sweep: config,
    started,
    finished: '',
  };
  yield { kind: 'evaluating', record, input };
  for (const sentence of engineSubstitutions(ranker, gpu, kernels)) yield { kind: 'substitution', sentence };

  const selfTest = await abortable(hosted.selfTest(config), signal);
  yield { kind: 'self-test', selfTest };
  if (!selfTest.passed) throw new SelfTestError(failureOf(selfTest));

  const evaluated = asEvaluated(input, config);
  await abortable(
    crew.runOnAll((member) => member.open(evaluated)),
    signal,
  );
  const sweeping = sweep(summarise(evaluated), config, crew, signal);
  for (;;) {
    // A worker that was ended never answers: the signal has to.
    const { done, value } = await abortable(sweeping.next(), signal);
    if (done) break;
    if (value.kind === 'row') yield value;
    else yield { kind: 'stage', name: 'sweep', done: value.done, total: value.total, unit: 'queries' };
  }
  const [{ lost }] = await abortable(
    crew.runOnAll((member) => member.engine()),
    signal,
  );
  if (lost) yield { kind: 'substitution', sentence: lost };
}

/** What was asked of the engine and replaced. */
function engineSubstitutions(ranker: RankerChoice, gpu: string | null, kernels: string): string[] {
  const sentences = [];
  if (ranker === 'webgpu' && gpu === null) {
    sentences.push(`Ranking on WebGPU was asked for; there is none, so ${kernels} ranks.`);
  }
  if (!isolated()) {
    sentences.push(
      'One evaluator: this page was served without the headers that let threads share memory (COOP, COEP).',
    );
  }
  return sentences;
}

function failureOf({ verdicts }: SelfTest): string {
  const failed = verdicts.filter(({ passed }) => !passed);
  return (
    `This build fails its self-test, so this run has no results: ${failed.length} of ${verdicts.length} checks ` +
    `came out wrong. The first: ${failed[0].sentence}`
  );
}

/** The texts in the order in which the pools are drawn: the reference's stream depends on it, and an npz has it already. */
function asEvaluated(input: EvaluationInput, { pools }: SweepConfig): EvaluationInput {
  const shuffled = pools === 'reference' && !input.given;
  return shuffled ? reorderTexts(input, referenceOrder(input.text.rows)) : input;
}

async function* givenVectors(
  { npzUrl }: Choices,
  { npz }: Dropped,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, Vectors> {
  if (!npzUrl && !npz)
    throw new InputError('There is no .npz yet. Drop one on the page or give its address.');
  const blob = npzUrl ? await getBlob(absolute(npzUrl), signal) : npz!;
  const { given, imageOf } = readEmbeddings(new Uint8Array(await blob.arrayBuffer()));
  const input = inputFromArrays(given, imageOf);
  return {
    input,
    data: {
      label: npzUrl || npz!.name,
      pairing: null,
      samplesAsked: null,
      samples: input.text.rows,
      texts: input.text.rows,
      images: input.image.rows,
      leftOut: [],
    },
    device: { name: 'embeddings given, none made here', adapter: null, threads: 1 },
  };
}

async function* embeddedVectors(
  choices: Choices,
  dropped: Dropped,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, Vectors> {
  yield { kind: 'stage', name: 'captions', done: 0, total: 0, unit: 'captions' };
  const { label, captions, pictures } = await openData(choices, dropped, signal);
  const { pairing, samples } = choices;
  const paired = pair(captions, { pairing, samples, available: pictures.names });
  const total = captions.captions.length;
  yield { kind: 'stage', name: 'captions', done: total, total, unit: 'captions' };
  yield { kind: 'left-out', items: paired.leftOut };
  if (samples !== null && paired.dataset.texts.length < samples) {
    const sentence = `${samples} pairs were asked for; ${paired.dataset.texts.length} could be made.`;
    yield { kind: 'substitution', sentence };
  }
  if (pairing === 'reference') {
    const pool = Math.max(...choices.sweep.candidateSizes);
    const share = (100 * twinShare(paired.dataset, pool)).toFixed(0);
    yield {
      kind: 'substitution',
      sentence: `Pairing reference: the gallery's ${paired.dataset.images.length} entries show ${distinctImages(paired.dataset)} pictures. In a pool of ${pool}, ${share} % of queries meet an identical twin of the right one, so no model can reach 1.`,
    };
  }

  const { dataset, text, image, leftOut, atOnce, encoder } = yield* embedWithModel(
    choices,
    dropped,
    paired.dataset,
    pictures,
    signal,
  );
  yield { kind: 'left-out', items: leftOut };
  const { spec, dtype, identity, device } = encoder;
  const conformance = (await encoder.facts())?.conformance;
  return {
    input: { text, image, imageOf: dataset.imageOf },
    data: {
      label,
      pairing,
      samplesAsked: samples,
      samples: dataset.texts.length,
      texts: dataset.texts.length,
      images: dataset.images.length,
      leftOut: [...paired.leftOut, ...leftOut],
      captionsSkipped: paired.captionsSkipped,
      captionsTrimmed: captions.trimmed,
    },
    model: {
      id: spec.id,
      source: spec.baseUrl,
      revision: identity.revision,
      dtype,
      preprocessing: String(identity.preprocessing),
      ...(Object.keys(atOnce).length > 0 && { atOnce }),
    },
    device: {
      name: device.device === 'webgpu' ? 'WebGPU' : 'WebAssembly',
      adapter: device.adapter,
      threads: device.threads,
    },
    ...(conformance && { conformance }),
  };
}
