import { pMapIterable } from 'p-map';
import type { AbortSignalLike } from '../../lib/abort-signal-like';
import { generatorFrom } from '../../lib/async-queue';
import { checkConfig } from '../../protocol/check-config';
import type { SweepConfig } from '../../protocol/sweep-config';
import { BASELINE, cellGroupsOf, isBaseline, sizesOf, type CellGroup } from '../plan/cell-groups';
import type { Direction, InputSummary } from '../plan/input';
import { inBoth } from '../plan/input';
import type { MeasuredCell } from '../results/measured-cell';
import type { ResultRow } from '../results/result';
import { emptyRow, resultRow, type Comparison } from '../results/rows';
import type { Engine } from './evaluator';
import type { EvaluatorPool } from './evaluator-pool';
import type { CountedPool, Job, MeasuredPass, MeasureJob } from './job';
import {
  rankGallery,
  rankReferencePools,
  rankSampledPools,
  type RankedPass,
  type Ranking,
} from './rank-group';
import { ReferencePoolStream, type DrawnPass } from './reference-pool-stream';
import { fit, measure, pack, project } from './stages';

export type SweepProgress =
  /** Queries ranked, of all that will be. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'row'; readonly row: ResultRow };

/** Vectors of this many bytes at the largest dimension are many: what a pass stores takes much memory, and its work long. */
const MANY_BYTES = 2 ** 26;

/** Passes under way at once: while the last blocks of small ones are ranked, the next are made ready. */
function passesAtOnce({ dims }: SweepConfig, { texts, images }: InputSummary): number {
  return 4 * Math.max(...dims) * (texts + images) > MANY_BYTES ? 1 : 3;
}

/** A pass with its cells by pool size; `whole` is the whole gallery of the baseline. */
interface FinishedPass extends Pick<MeasuredPass, 'speeds' | 'memory'> {
  readonly bySize: ReadonlyMap<number, MeasuredCell>;
  readonly whole: MeasuredCell | undefined;
}

/**
 * Computes every cell of a sweep over the input that the crew has open: project, pack, rank, measure. Rows come in the
 * order of the plan, each as soon as those before it are there, and depend on input and config alone, speed apart:
 * not on how many evaluators there are. Stops between two jobs once the signal is aborted. Throws an InputError for an
 * unusable config.
 */
export async function* sweep(
  input: InputSummary,
  config: SweepConfig,
  crew: EvaluatorPool,
  signal?: AbortSignalLike,
): AsyncGenerator<SweepProgress, void> {
  checkConfig(config);
  yield* generatorFrom((report) => new Sweep(input, config, crew, signal, report).run());
}

class Sweep {
  private readonly input: InputSummary;
  private readonly config: SweepConfig;
  private readonly crew: EvaluatorPool;
  private readonly signal: AbortSignalLike | undefined;
  private readonly report: (step: SweepProgress) => void;
  private readonly passes: readonly CellGroup[];
  private readonly unfinished: Set<CellGroup>;
  private readonly total: number;
  private readonly drawing: ReferencePoolStream;
  private readonly projected = new Map<number, Promise<void>>();
  private readonly measured = new Map<string, Promise<FinishedPass>>();
  private engine: Engine | undefined;
  private done = 0;

  constructor(
    input: InputSummary,
    config: SweepConfig,
    crew: EvaluatorPool,
    signal: AbortSignalLike | undefined,
    report: (step: SweepProgress) => void,
  ) {
    this.input = input;
    this.config = config;
    this.crew = crew;
    this.signal = signal;
    this.report = report;
    this.passes = cellGroupsOf(config, input);
    this.drawing = new ReferencePoolStream(config.seed);
    const ranked = this.passes.filter((pass) => pass.cells.length === 0 || sizesOf(pass).length > 0);
    this.unfinished = new Set(ranked);
    this.total = ranked.length * (input.texts + input.images);
  }

  async run(): Promise<void> {
    [this.engine] = await this.crew.runOnAll((member) => member.engine());
    await fit(this.crew, this.config, this.input);
    const rows = pMapIterable(this.passes, (pass) => this.rowsOf(pass), {
      concurrency: passesAtOnce(this.config, this.input),
    });
    const waiting = new Map<CellGroup, ResultRow[]>();
    const order = this.passes.filter(({ cells }) => cells.length > 0).sort(this.byPlan);
    let next = 0;
    let pass = 0;
    for await (const some of rows) {
      waiting.set(this.passes[pass++], some);
      for (; next < order.length && waiting.has(order[next]); next++) {
        for (const row of waiting.get(order[next])!) this.report({ kind: 'row', row });
      }
    }
  }

  private readonly byPlan = (a: CellGroup, b: CellGroup): number => {
    const { dims, precisions, candidateSizes } = this.config;
    const place = ({ dim, precision, cells: [{ candidateSize }] }: CellGroup) =>
      (dims.indexOf(dim) * precisions.length + precisions.indexOf(precision)) * candidateSizes.length +
      candidateSizes.indexOf(candidateSize);
    return place(a) - place(b);
  };

  /** The rows of a pass: what a reader sees of it. */
  private async rowsOf(pass: CellGroup): Promise<ResultRow[]> {
    const sizes = sizesOf(pass);
    if (pass.cells.length > 0 && sizes.length === 0) {
      return pass.cells.map((cell) => emptyRow(cell, this.input));
    }
    const job: Job = { config: this.config, dim: pass.dim, precision: pass.precision };
    const measuring = this.measure(pass, job);
    this.measured.set(keyOf(pass.dim, pass.precision), measuring);
    const { bySize, speeds, memory } = await measuring;
    const lastOfDim = this.isLast(pass);
    this.crew.broadcast((member) => member.evict(job, lastOfDim));
    if (pass.cells.length === 0) return [];
    await this.step(this.crew.broadcastDone());
    const rows: ResultRow[] = [];
    for (const cell of pass.cells) {
      const at = sizes.indexOf(cell.candidateSize);
      if (at < 0) {
        rows.push(emptyRow(cell, this.input));
        continue;
      }
      const timed = inBoth((direction) => speeds[direction][at]);
      const own = bySize.get(cell.candidateSize)!;
      const comparison = await this.comparison(pass, cell.candidateSize);
      rows.push(resultRow(cell, this.input, own, timed, memory, comparison));
    }
    return rows;
  }

  /** Marks a pass as done; true where no other of its dimension is left. */
  private isLast(pass: CellGroup): boolean {
    this.unfinished.delete(pass);
    return ![...this.unfinished].some(({ dim }) => dim === pass.dim);
  }

  /** Project, pack, rank, measure. */
  private async measure(pass: CellGroup, job: Job): Promise<FinishedPass> {
    // Before anything is waited for: passes begin in their order, and so they draw.
    const drawn = this.config.pools === 'reference' ? this.drawing.next(this.crew, sizesOf(pass)) : undefined;
    drawn?.catch(() => undefined);
    await this.step(this.project(pass.dim));
    await this.step(pack(this.crew, job));
    const base = isBaseline(pass, this.input);
    const comparable = this.config.pools !== 'reference';
    const sizes =
      comparable && pass.cells.length === 0 ? this.wantedSizes(base ? undefined : pass.dim) : sizesOf(pass);
    const ranked = await this.step(this.rank(job, sizes, drawn));
    const whole = base && comparable ? await this.step(this.rankWhole(ranked, job)) : undefined;
    const pools = inBoth((direction) =>
      whole ? [...ranked[direction], whole[direction]] : ranked[direction],
    );
    const compared = comparable ? comparisonOf(pass, base) : 'not';
    if (compared === 'with the baseline') await this.measured.get(keyOf(this.input.baseDim, BASELINE));
    const { cells, speeds, memory } = await this.step(
      measure(this.crew, { ...job, pools, timed: sizesOf(pass), compared }),
    );
    return {
      bySize: new Map(sizes.map((size, i) => [size, cells[i]])),
      whole: whole && cells[sizes.length],
      speeds,
      memory,
    };
  }

  private project(dim: number): Promise<void> {
    let projecting = this.projected.get(dim);
    if (!projecting) {
      projecting = project(this.crew, this.config, dim, this.input);
      this.projected.set(dim, projecting);
    }
    return projecting;
  }

  private async rank(
    job: Job,
    sizes: readonly number[],
    drawn: Promise<DrawnPass> | undefined,
  ): Promise<RankedPass> {
    const ranking: Ranking = {
      crew: this.crew,
      engine: this.engine!,
      input: this.input,
      advance: (share) => {
        this.signal?.throwIfAborted();
        this.done += share * (this.input.texts + this.input.images);
        this.report({ kind: 'progress', done: Math.round(this.done), total: this.total });
      },
    };
    switch (this.config.pools) {
      case 'exact':
        return rankGallery(ranking, job, sizes);
      case 'sampled':
        return rankSampledPools(ranking, job, sizes);
      case 'reference':
        return rankReferencePools(ranking, job, sizes, await drawn!);
    }
  }

  /** The baseline over the whole gallery, from what was ranked of it where that was the gallery. */
  private async rankWhole(ranked: RankedPass, job: Job): Promise<Record<Direction, CountedPool>> {
    const counted =
      ranked.textToImage.every((pool) => pool.counted === 'gallery') && ranked.textToImage.length > 0;
    const quiet = { crew: this.crew, engine: this.engine!, input: this.input, advance: () => undefined };
    const gallery = counted ? ranked : await rankGallery(quiet, job, [Infinity]);
    return inBoth((direction) => ({ ...gallery[direction][0], size: Infinity }));
  }

  /** What the cells of a pass are compared with; undefined where every cell has pools of its own. */
  private async comparison(pass: CellGroup, size: number): Promise<Comparison | undefined> {
    if (this.config.pools === 'reference') return undefined;
    const of = (dim: number) => this.measured.get(keyOf(dim, BASELINE));
    const base = await of(this.input.baseDim)!;
    const sameDim = await of(pass.dim)!;
    return { whole: base.whole!, base: base.bySize.get(size)!, sameDim: sameDim.bySize.get(size)! };
  }

  /** Pool sizes that cells of a dimension, or of any, are computed at. */
  private wantedSizes(dim: number | undefined): number[] {
    const own = this.passes.filter((pass) => dim === undefined || pass.dim === dim).flatMap(sizesOf);
    return [...new Set(own)];
  }

  /** Waits for an answer, and goes no further once the signal is aborted. */
  private async step<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    this.signal?.throwIfAborted();
    return value;
  }
}

/** A pass without cells is only there for others; see Pass. */
function comparisonOf({ cells }: CellGroup, isBase: boolean): MeasureJob['compared'] {
  if (isBase) return 'as the baseline';
  return cells.length > 0 ? 'with the baseline' : 'not';
}

const keyOf = (dim: number, precision: string): string => `${dim} ${precision}`;
