import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import type { Kernels } from '../../src/kernels/contract/kernels';
import type { AbortSignalLike } from '../../src/lib/abort-signal-like';
import { boundedInteger } from '../../src/math/random/bounded';
import { Pcg64 } from '../../src/math/random/pcg64';
import type { SweepConfig } from '../../src/protocol/sweep-config';
import { DEFAULT_SWEEP } from '../../src/protocol/sweep-config';
import { Evaluator, type EvaluatorPort } from '../../src/sweep/engine/evaluator';
import { EvaluatorPool } from '../../src/sweep/engine/evaluator-pool';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import { summarise } from '../../src/sweep/plan/input';
import type { DirectionResult, ResultRow } from '../../src/sweep/results/result';
import type { SweepProgress } from '../../src/sweep/sweep';
import { sweep } from '../../src/sweep/sweep';
import { openKernels } from '../../tools/kernels/open';

/** A clock that advances by a second each time it is read, so that a repeat of a speed measurement is one batch. */
function ticking(): () => number {
  let time = 0;
  return () => (time += 1000);
}

/** The kernels of the page, opened once: most tests are about what is done with them. */
const shipped = openKernels('simd');

/** Evaluators on this thread, all with the same kernels. */
export function evaluatorsOf(count = 1, kernels: Kernels = shipped): EvaluatorPool {
  const tools = () => ({
    kernels,
    clock: { now: ticking(), step: 0.1 },
    allocate: (bytes: number) => new ArrayBuffer(bytes),
  });
  return new EvaluatorPool(Array.from({ length: count }, () => new Evaluator(tools())));
}

/** Waits for so many turns of the microtask queue. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}

/** Evaluators that answer one call after the other, as threads do, each after a delay drawn from the seed. */
export function delayedEvaluators(count: number, seed: number): EvaluatorPool {
  const bits = new Pcg64(seed);
  const delayed = (member: EvaluatorPort): EvaluatorPort => {
    let last: Promise<unknown> = Promise.resolve();
    const afterDelay =
      (method: (...args: unknown[]) => unknown) =>
      (...args: unknown[]) => {
        const answer = last
          .then(() => turns(boundedInteger(bits, 60)))
          .then(() => method.apply(member, args));
        last = answer.catch(() => undefined);
        return answer;
      };
    const get = (target: EvaluatorPort, name: string) =>
      name in target ? afterDelay(target[name as keyof EvaluatorPort] as never) : undefined;
    return new Proxy(member, { get: get as never });
  };
  return new EvaluatorPool(evaluatorsOf(count).members.map(delayed));
}

/** A small sweep's choices, some replaced. */
export function configOf(changes: Partial<SweepConfig>): SweepConfig {
  return {
    ...DEFAULT_SWEEP,
    dims: [8],
    precisions: ['fp32'],
    candidateSizes: [10, 20],
    ks: [1, 5],
    ...changes,
  };
}

/** Everything that a sweep of an input yields. */
export async function progressOf(
  input: EvaluationInput,
  config: SweepConfig,
  evaluators: EvaluatorPool = evaluatorsOf(),
  signal?: AbortSignalLike,
): Promise<SweepProgress[]> {
  await evaluators.runOnAll((member) => member.open(input));
  const all: SweepProgress[] = [];
  for await (const step of sweep(summarise(input), config, evaluators, signal)) all.push(step);
  return all;
}

export async function rowsOf(
  input: EvaluationInput,
  config: SweepConfig,
  evaluators: EvaluatorPool = evaluatorsOf(),
): Promise<ResultRow[]> {
  return (await progressOf(input, config, evaluators)).flatMap((step) =>
    step.kind === 'row' ? [step.row] : [],
  );
}

/** A row without what the clock decides. */
export function untimed({ textToImage, imageToText, ...row }: ResultRow) {
  const measures = (result: DirectionResult | undefined) => result && { ...result, speed: undefined };
  return { ...row, textToImage: measures(textToImage), imageToText: measures(imageToText) };
}

/** Pairs of unlike but related vectors; text i belongs to image i % images. */
export function madeUpInput(texts: number, images: number, dim: number): EvaluationInput {
  const noise = (i: number) => Math.sin(i * 12.9898 + 4.1) * 2;
  const side = (rows: number, shift: number) => ({
    rows,
    cols: dim,
    data: Float32Array.from({ length: rows * dim }, (_, i) => {
      const item = Math.floor(i / dim) % images;
      return Math.sin(item * 3.7 + (i % dim) * (item + 1)) + noise(i + shift) + 0.3 * (i % dim);
    }),
  });
  return {
    text: side(texts, 0),
    image: side(images, 1e4),
    qrels: oneRelevantEach(
      Uint32Array.from({ length: texts }, (_, i) => i % images),
      images,
    ),
  };
}
