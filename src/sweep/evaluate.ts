import { defaultRng } from '../math/generator';
import type { Counts } from '../retrieval/rank';
import { checkConfig } from './check-config';
import type { SweepConfig } from './config';
import type { EvaluatorPort } from './evaluator';
import type { Direction, InputSummary } from './input';
import { DIRECTIONS } from './input';
import type { Job } from './job';
import type { Cell } from './plan';
import { plan } from './plan';
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

/** The part of a row that needs no computing; all of it where a cell is not computable. */
function emptyRow({ dim, precision, candidateSize, lifted, reason, note }: Cell, samples: number): ResultRow {
  const experiment = `dim_${dim}_prec_${precision}_cand_${candidateSize}`;
  return { experiment, dim, precision, candidateSize, samples, lifted, note: reason ?? note };
}

/** The metrics of one direction of one cell, from its counts, and the time its ranking takes. */
async function measureDirection(
  evaluator: EvaluatorPort,
  job: Job,
  size: number,
  direction: Direction,
  counts: Counts,
): Promise<DirectionResult> {
  const measures = await evaluator.measure({ config: job.config, direction, size, counts });
  return { ...measures, speed: await evaluator.speed({ ...job, direction, size }) };
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
  const total = planned.filter((pass) => pass.some(computable)).length * (input.texts + input.images);
  let done = 0;
  let stream = config.pools === 'reference' ? defaultRng(config.seed).state() : undefined;

  for (const pass of planned) {
    const cells = pass.filter(computable);
    const sizes = cells.map(({ candidateSize }) => candidateSize);
    const job: Job = { config, dim: pass[0].dim, precision: pass[0].precision };
    if (cells.length === 0) {
      for (const cell of pass) yield { kind: 'row', row: emptyRow(cell, input.texts) };
      continue;
    }

    await evaluator.project(job);
    signal.throwIfAborted();
    const memory = await evaluator.quantise(job);
    signal.throwIfAborted();

    const counts: Partial<Record<Direction, readonly Counts[]>> = {};
    for (const direction of DIRECTIONS) {
      const ranking = rankDirection(evaluator, job, sizes, direction, input, stream);
      let step = await ranking.next();
      for (; !step.done; step = await ranking.next()) {
        signal.throwIfAborted();
        yield { kind: 'progress', done: (done += step.value), total };
      }
      counts[direction] = step.value.counts;
      stream = step.value.stream;
    }

    for (const cell of pass) {
      const row = emptyRow(cell, input.texts);
      const i = cells.indexOf(cell);
      if (i < 0) {
        yield { kind: 'row', row };
        continue;
      }
      const textToImage = await measureDirection(
        evaluator,
        job,
        sizes[i],
        'textToImage',
        counts.textToImage![i],
      );
      signal.throwIfAborted();
      const imageToText = await measureDirection(
        evaluator,
        job,
        sizes[i],
        'imageToText',
        counts.imageToText![i],
      );
      signal.throwIfAborted();
      yield { kind: 'row', row: { ...row, textToImage, imageToText, memory } };
    }
  }
}
