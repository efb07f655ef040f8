import { wrap, type Remote } from 'comlink';
import type { Encoder } from '../src/encoder/runtime/encoder';
import { DeviceError } from '../src/lib/errors';
import type { Decoder, EncoderThread, Evaluators, Thread } from '../src/run/threads';
import { EvaluatorPool } from '../src/sweep/engine/evaluator-pool';
import type { Downloader } from './downloader';
import type { EvaluatorHost } from './evaluator-host';
import type { Exporter } from './exporter';
import type { Inspector } from './inspector';
import { sharesMemory } from '../src/lib/shared-memory';
import ENCODE from './encode.worker.ts?worker&url';
import EVALUATE from './evaluate.worker.ts?worker&url';
import type { Keeper } from './keeper';
import { moved } from './moved';
import PREPARE from './prepare.worker.ts?worker&url';
import type { ResultsReader } from './results-reader';

let started = 0;

/**
 * Starts one of several threads of a script. Where a service worker answers, each has an address of its own: WebKit (2.50) lets it
 * answer only the first of several threads that start from one address at once, and the others would find nothing without a network.
 */
function oneOfSeveral(script: string): Worker {
  const address = new URL(script, import.meta.url);
  if (navigator.serviceWorker?.controller) address.searchParams.set('thread', String(started++));
  return new Worker(address, { type: 'module' });
}

function host<T>(worker: Worker): Thread<T> & { readonly remote: Remote<T> } {
  const death = new AbortController();
  worker.addEventListener('error', ({ message }) =>
    death.abort(new DeviceError(message || 'the browser ended its thread')),
  );
  const remote = wrap<T>(worker) as Remote<T> & Thread<T>['remote'];
  return { remote, died: death.signal, terminate: () => worker.terminate() };
}

/** Starts a worker that embeds. */
export function startEncoder(): EncoderThread {
  const thread = host<Encoder>(oneOfSeveral(ENCODE));
  const { remote } = thread;
  return {
    ...thread,
    remote: {
      open: (files, device, threads) => remote.open(moved(files), device, threads),
      embedPrepared: (pictures) => remote.embedPrepared(pictures),
      embedTexts: (texts) => remote.embedTexts(texts),
      countTokens: (texts) => remote.countTokens(texts),
    },
  };
}

/** Starts a worker that decodes and resizes pictures. */
export const startDecoder = (): Thread<Decoder> => host(oneOfSeveral(PREPARE));

/** Decoders beyond these gain little: the encoder is slower. */
const MAX_DECODERS = 4;

/** One for each processor that the encoder leaves, at least one. */
export const decoderCount = (): number =>
  Math.min(MAX_DECODERS, Math.max(1, navigator.hardwareConcurrency - 1));

/** Starts a worker that fetches and stores models. */
export const startDownloader = () =>
  host<Downloader>(new Worker(new URL('./download.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that makes files too large for the main thread. */
export const startExporter = () =>
  host<Exporter>(new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that looks at dropped files. */
export const startInspector = () =>
  host<Inspector>(new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that copies dropped files. */
export const startKeeper = () =>
  host<Keeper>(new Worker(new URL('./keep.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that reads files of results. */
export const startResultsReader = () =>
  host<ResultsReader>(new Worker(new URL('./read-results.worker.ts', import.meta.url), { type: 'module' }));

const startEvaluatorHost = () => host<EvaluatorHost>(oneOfSeveral(EVALUATE));

/** More evaluators than this gain little: they wait for memory. */
const MAX_EVALUATORS = 8;

/** One for each processor where threads can share memory, else one. */
const evaluatorCount = (): number =>
  sharesMemory() ? Math.min(MAX_EVALUATORS, Math.max(1, navigator.hardwareConcurrency)) : 1;

/** Starts the workers that evaluate. */
export function startEvaluators(): Evaluators {
  const hosts = Array.from({ length: evaluatorCount() }, startEvaluatorHost);
  return {
    async open(gpu) {
      const members = await Promise.all(hosts.map(({ remote }, i) => remote.open(i === 0 ? gpu : 'cpu')));
      return new EvaluatorPool(members as unknown as EvaluatorPool['members']);
    },
    selfTest: (config) => hosts[0].remote.selfTest(config),
    terminate: () => hosts.forEach((one) => one.terminate()),
  };
}
