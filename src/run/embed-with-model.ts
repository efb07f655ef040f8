import type { ImageSource } from '../dataset/sources/image-source';
import type { Dataset } from '../dataset/types';
import { conformanceWarnings } from '../encoder/conformance/check-conformance';
import type { DownloadProgress } from '../encoder/download/download';
import { messageOf } from '../lib/errors';
import type { Choices } from '../protocol/choices';
import type { Dropped } from '../state/store';
import type { EncoderFacts } from '../storage/indexed-db';
import { embedDataset, type EmbeddedDataset, type EmbedStep } from './embed-dataset';
import { mapSteps } from './map-steps';
import { openEncoder, type OpenedEncoder, type StartStep } from './open-encoder';
import type { RunEvent } from './run';
import { tellSteps, told } from './told';

/** Vectors, and the encoder that made them, now or at an earlier visit. */
export interface EmbeddedWith extends EmbeddedDataset {
  readonly encoder: OpenedEncoder;
}

/**
 * Opens the chosen model and embeds data with it. Where `auto` chose WebGPU and it cannot run the model, WebAssembly does,
 * and says so.
 */
export async function* embedWithModel(
  choices: Choices,
  dropped: Dropped,
  dataset: Dataset,
  pictures: ImageSource,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, EmbeddedWith> {
  const encoder = yield* mapSteps(openEncoder(choices, dropped, signal), downloading);
  yield* say(encoder.substitutions);
  if (encoder.spec.drawnScenes && choices.data !== 'demo') {
    yield* say(['The demo model knows drawn scenes only: on photographs these numbers are chance, nearly.']);
  }
  try {
    const embedded = yield* told<RunEvent, EmbeddedDataset>(async (tell) => {
      const sentence = (text: string) => tell({ kind: 'substitution', sentence: text });
      const sayFacts = once(async () => startedWith(await encoder.facts()).forEach(sentence));
      const source = {
        identity: encoder.identity,
        end: encoder.end,
        async start() {
          const started = await encoder.start((step) => tell(starting(step)));
          await sayFacts();
          return started;
        },
      };
      const result = await tellSteps(
        mapSteps(embedDataset(dataset, pictures, source, sentence, signal), embedding),
        tell,
      );
      await sayFacts();
      return result;
    });
    return { ...embedded, encoder };
  } catch (error) {
    const mayFallBack = choices.device === 'auto' && encoder.device.device === 'webgpu';
    if (!mayFallBack || (error as Error).name !== 'DeviceError') throw error;
    yield* say([`WebGPU could not run this model (${messageOf(error)}): it runs on WebAssembly instead.`]);
    return yield* embedWithModel({ ...choices, device: 'wasm' }, dropped, dataset, pictures, signal);
  }
}

const MIXED = 'WebGPU does not take every node of this model: the runtime runs the others on the CPU.';

/** What must be known of an encoder that was started, now or when the vectors in the cache were made. */
const startedWith = (facts: EncoderFacts | undefined): string[] => [
  ...(facts?.mixed ? [MIXED] : []),
  ...(facts?.conformance ? conformanceWarnings(facts.conformance) : []),
];

/** Does it at the first call; all calls wait for that. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function* say(sentences: readonly string[]): Generator<RunEvent> {
  for (const sentence of sentences) yield { kind: 'substitution', sentence };
}

const STARTING: Readonly<Record<StartStep, string>> = {
  opening: 'opening the model',
  checking: 'embedding a few known inputs, here and on WebAssembly',
  ready: '',
};

function starting(step: StartStep): RunEvent {
  const done = Object.keys(STARTING).indexOf(step);
  return { kind: 'stage', name: 'encoder', done, total: 2, unit: 'steps', detail: STARTING[step] };
}

function downloading({ received, total, stored, file, until }: DownloadProgress): RunEvent {
  const isStored = stored > 0 && stored === total;
  return {
    kind: 'stage',
    name: 'model',
    done: received,
    total,
    unit: 'bytes',
    free: stored,
    detail: isStored ? 'stored on this device' : file,
    ...(until !== undefined && { until }),
  };
}

function embedding({ stage, done, total, encoded, cached, failed, atOnce }: EmbedStep): RunEvent {
  const detail = [
    encoded > 0 && `${atOnce} at a time`,
    cached > 0 && `${cached} from the cache`,
    failed > 0 && `${failed} failed`,
  ];
  return {
    kind: 'stage',
    name: stage,
    done,
    total,
    unit: stage === 'images' ? 'pictures' : 'captions',
    free: cached,
    detail: detail.filter(Boolean).join(', '),
  };
}
