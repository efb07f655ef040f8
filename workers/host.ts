import { wrap, type Remote } from 'comlink';
import type { Encoder } from '../src/clip/encoder';
import type { RankerChoice } from '../src/gpu/choice';
import { Crew } from '../src/sweep/crew';
import type { SweepConfig } from '../src/sweep/config';
import type { SelfTest } from '../src/sweep/self-test';
import type { Downloader } from './downloader';
import type { EvaluatorHost } from './evaluator-host';
import { isolated } from './isolated';

/** The main-thread side of a worker: its methods, and a way to end it whatever it is doing. */
export interface Hosted<T> {
  readonly remote: Remote<T>;
  terminate(): void;
}

const host = <T>(worker: Worker): Hosted<T> => ({
  remote: wrap<T>(worker),
  terminate: () => worker.terminate(),
});

/** Starts a worker that embeds. */
export const startEncoder = (): Hosted<Encoder> =>
  host(new Worker(new URL('./encode.worker.ts', import.meta.url), { type: 'module' }));

/** Starts a worker that fetches and stores models. */
export const startDownloader = (): Hosted<Downloader> =>
  host(new Worker(new URL('./download.worker.ts', import.meta.url), { type: 'module' }));

const startEvaluatorHost = (): Hosted<EvaluatorHost> =>
  host(new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' }));

/** More evaluators than this gain little: they wait for memory. */
const MOST_EVALUATORS = 8;

/** One for each processor where threads can share memory, else one. */
const evaluatorCount = (): number =>
  isolated() ? Math.min(MOST_EVALUATORS, Math.max(1, navigator.hardwareConcurrency)) : 1;

/** Workers that evaluate together. */
export interface HostedCrew {
  /** The evaluators; the first has the GPU where one is chosen and found. */
  open(gpu: RankerChoice): Promise<Crew>;
  /** Puts known inputs through the first evaluator's kernels. */
  selfTest(config: SweepConfig): Promise<SelfTest>;
  terminate(): void;
}

/** Starts the workers that evaluate. */
export function startCrew(): HostedCrew {
  const hosts = Array.from({ length: evaluatorCount() }, startEvaluatorHost);
  return {
    async open(gpu) {
      const members = await Promise.all(hosts.map(({ remote }, i) => remote.open(i === 0 ? gpu : 'cpu')));
      return new Crew(members as unknown as Crew['members']);
    },
    selfTest: (config) => hosts[0].remote.selfTest(config),
    terminate: () => hosts.forEach((one) => one.terminate()),
  };
}
