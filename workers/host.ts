import { wrap, type Remote } from 'comlink';
import type { Encoder } from '../src/encoder/runtime/encoder';
import { DeviceError } from '../src/lib/errors';
import type { RankerChoice } from '../src/protocol/devices';
import type { SweepConfig } from '../src/protocol/sweep-config';
import { EvaluatorPool } from '../src/sweep/engine/evaluator-pool';
import type { SelfTest } from '../src/sweep/self-test/self-test';
import type { Downloader } from './downloader';
import type { EvaluatorHost } from './evaluator-host';
import { isolated } from './isolated';
import type { Preparer } from './preparer';

/** The main-thread side of a worker: its methods, and a way to end it whatever it is doing. */
export interface Hosted<T> {
  readonly remote: Remote<T>;
  /** Aborted with a DeviceError when the worker dies or cannot be loaded: what it was asked is never answered then. */
  readonly died: AbortSignal;
  terminate(): void;
}

function host<T>(worker: Worker): Hosted<T> {
  const death = new AbortController();
  worker.addEventListener('error', ({ message }) =>
    death.abort(new DeviceError(message || 'the browser ended its thread')),
  );
  return { remote: wrap<T>(worker), died: death.signal, terminate: () => worker.terminate() };
}

/** Starts a worker that embeds. */
export const startEncoder = (): Hosted<Encoder> =>
  host(new Worker(new URL('./encode.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that decodes and resizes pictures. */
export const startPreparer = (): Hosted<Preparer> =>
  host(new Worker(new URL('./prepare.worker.ts', import.meta.url), { type: 'module' }));

/** Decoders beyond these gain little: the encoder is slower. */
const MAX_DECODERS = 4;

/** One for each processor that the encoder leaves, at least one. */
export const preparerCount = (): number =>
  Math.min(MAX_DECODERS, Math.max(1, navigator.hardwareConcurrency - 1));

/** Starts a worker that fetches and stores models. */
export const startDownloader = (): Hosted<Downloader> =>
  host(new Worker(new URL('./download.worker.ts', import.meta.url), { type: 'module' }));

const startEvaluatorHost = (): Hosted<EvaluatorHost> =>
  host(new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' }));

/** More evaluators than this gain little: they wait for memory. */
const MAX_EVALUATORS = 8;

/** One for each processor where threads can share memory, else one. */
const evaluatorCount = (): number =>
  isolated() ? Math.min(MAX_EVALUATORS, Math.max(1, navigator.hardwareConcurrency)) : 1;

/** Workers that evaluate together. */
export interface HostedEvaluators {
  /** The evaluators; the first has the GPU where one is chosen and found. */
  open(gpu: RankerChoice): Promise<EvaluatorPool>;
  /** Puts known inputs through the first evaluator's kernels. */
  selfTest(config: SweepConfig): Promise<SelfTest>;
  terminate(): void;
}

/** Starts the workers that evaluate. */
export function startCrew(): HostedEvaluators {
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
