import { wrap, type Remote } from 'comlink';
import type { Encoder } from '../src/clip/encoder';
import type { Evaluator } from '../src/sweep/evaluator';

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

/** Starts a worker that evaluates. */
export const startEvaluator = (): Hosted<Evaluator> =>
  host(new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' }));
