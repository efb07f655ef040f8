import { defaultRng } from '../math/generator';
import { checkConfig } from './check-config';
import type { SweepConfig } from './config';
import type { EvaluatorPort } from './evaluator';
import type { Direction, InputSummary } from './input';
import type { Job } from './job';
import type { Cell } from './plan';
import { plan } from './plan';
import type { RankedDirection } from './rank-direction';
import { rankDirection } from './rank-direction';
import type { DirectionResult, ResultRow } from './result';

export type SweepProgress =
  /** Queries scored, of all that will be. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'row'; readonly row: ResultRow };

/** An AbortSignal, or anything that throws where work should stop. */
export interface StopSignal {
  throwIfAborted(): void;
}

type RankedSizes = RankedDirection['counts'];

/**
 * Cells of one dimension and precision that are ranked in one pass over the queries: all of them, save where one
 * stream runs through the sizes and each has its own draws.
 */
function passes(cells: readonly Cell[], { pools, dims, precisions }: SweepConfig): Cell[][] {
  if (pools === 'reference') return cells.map((cell) => [cell]);
  return dims.flatMap((dim) =>
    precisions.map((precision) => cells.filter((cell) => cell.dim === dim && cell.precision === precision)),
  );
}

const computable = (cell: Cell): boolean => cell.reason === undefined;

/** What a row says before anything is computed: all that there is where the cell cannot be. */
function described(cell: Cell, { texts }: InputSummary): ResultRow {
  const { dim, precision, candidateSize, lifted, reason, note } = cell;
  const experiment = `dim_${dim}_prec_${precision}_cand_${candidateSize}`;
  return { experiment, dim, precision, candidateSize, samples: texts, lifted, note: reason ?? note };
}

/**
 * Computes every cell of a sweep over the input that the evaluator has open: project, quantise, rank, measure. Rows
 * come in the order of the plan, each as soon as its counts exist, and depend on input and config alone, speed apart.
 * Stops between two calls of the evaluator once the signal is aborted. Throws an InputError for an unusable config.
 */
export async function* sweep(
  input: InputSummary,
  config: SweepConfig,
  evaluator: EvaluatorPort,
  signal: StopSignal,
): AsyncGenerator<SweepProgress, void> {
  checkConfig(config);
  const planned = passes(plan(config, input), config);
  const total = planned.filter((cells) => cells.some(computable)).length * (input.texts + input.images);
  let done = 0;
  let stream = config.pools === 'reference' ? defaultRng(config.seed).state() : undefined;

  for (const cells of planned) {
    const job: Job = { config, dim: cells[0].dim, precision: cells[0].precision };
    const sizes = cells.filter(computable).map(({ candidateSize }) => candidateSize);
    if (sizes.length === 0) {
      for (const cell of cells) yield { kind: 'row', row: described(cell, input) };
      continue;
    }

    await finish(evaluator.project(job));
    const memory = await finish(evaluator.quantise(job));
    const textToImage = yield* rank(job, 'textToImage', sizes);
    const imageToText = yield* rank(job, 'imageToText', sizes);
    for (const cell of cells) {
      const row = described(cell, input);
      if (!computable(cell)) {
        yield { kind: 'row', row };
        continue;
      }
      const results = {
        textToImage: await measure(job, 'textToImage', cell.candidateSize, textToImage),
        imageToText: await measure(job, 'imageToText', cell.candidateSize, imageToText),
      };
      yield { kind: 'row', row: { ...row, ...results, memory } };
    }
  }

  /** Waits for an answer, and goes no further once the signal is aborted. */
  async function finish<T>(answer: T | Promise<T>): Promise<T> {
    const value = await answer;
    signal.throwIfAborted();
    return value;
  }

  async function* rank(
    job: Job,
    direction: Direction,
    sizes: readonly number[],
  ): AsyncGenerator<SweepProgress, RankedSizes> {
    const blocks = rankDirection(evaluator, job, direction, sizes, input, stream);
    let step = await finish(blocks.next());
    for (; !step.done; step = await finish(blocks.next())) {
      done += step.value;
      yield { kind: 'progress', done, total };
    }
    stream = step.value.stream;
    return step.value.counts;
  }

  async function measure(
    job: Job,
    direction: Direction,
    size: number,
    ranked: RankedSizes,
  ): Promise<DirectionResult> {
    const counts = ranked.get(size)!;
    const measures = await finish(evaluator.measure({ config, direction, size, counts }));
    return { ...measures, speed: await finish(evaluator.speed({ ...job, direction, size })) };
  }
}
