import { pMapIterable } from 'p-map';
import type { AbortSignalLike } from '../lib/abort-signal-like';
import { generatorFrom } from '../lib/async-queue';
import { checkConfig } from '../protocol/check-config';
import { inBoth } from '../protocol/direction';
import type { SweepConfig } from '../protocol/sweep-config';
import { Comparisons, type EvaluatedGroup } from './engine/comparisons';

import type { EvaluatorPool } from './engine/evaluator-pool';
import type { Job } from './engine/job';
import { fitProjections, measure, project, quantise } from './engine/phases';
import {
  rankGallery,
  rankReferencePools,
  rankSampledPools,
  type RankedGroup,
  type RankContext,
} from './engine/rank-group';
import { ReferencePoolStream, type ReferencePools } from './engine/reference-pool-stream';
import { groupsAtOnce, inPlanOrder } from './engine/schedule';
import type { Engine } from './engine/tools';
import { cellGroupsOf, isBaseline, sizesOf, type CellGroup } from './plan/cell-groups';
import type { InputSummary } from './plan/input';
import { spaceKey, type Space } from './plan/spaces';
import type { ResultRow } from './results/result';
import { emptyRow, resultRow, withVaryingNote } from './results/rows';

export type SweepProgress =
  /** Queries ranked, of all that will be. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'row'; readonly row: ResultRow };

/**
 * Computes every cell of a sweep over the input that the evaluators have open: project, quantise, rank, measure. Rows
 * come in the order of the plan, each as soon as those before it are there, and depend on input and config alone, speed
 * apart: not on how many evaluators there are. Stops between two jobs once the signal is aborted. Throws an InputError
 * for an unusable config.
 */
export async function* sweep(
  input: InputSummary,
  config: SweepConfig,
  evaluators: EvaluatorPool,
  signal?: AbortSignalLike,
): AsyncGenerator<SweepProgress, void> {
  checkConfig(config);
  yield* generatorFrom((report) => new Sweep(input, config, evaluators, signal, report).run());
}

class Sweep {
  private readonly input: InputSummary;
  private readonly config: SweepConfig;
  private readonly evaluators: EvaluatorPool;
  private readonly signal: AbortSignalLike | undefined;
  private readonly report: (step: SweepProgress) => void;
  private readonly groups: readonly CellGroup[];
  private readonly unfinished: Set<CellGroup>;
  private readonly queriesToRank: number;
  private readonly referencePools: ReferencePoolStream;
  private readonly comparisons: Comparisons;
  private readonly projected = new Map<string, Promise<void>>();
  private engine: Engine | undefined;
  private queriesRanked = 0;

  constructor(
    input: InputSummary,
    config: SweepConfig,
    evaluators: EvaluatorPool,
    signal: AbortSignalLike | undefined,
    report: (step: SweepProgress) => void,
  ) {
    this.input = input;
    this.config = config;
    this.evaluators = evaluators;
    this.signal = signal;
    this.report = report;
    this.groups = cellGroupsOf(config, input);
    this.referencePools = new ReferencePoolStream(config.seed);
    this.comparisons = new Comparisons(config, input, this.groups);
    const ranked = this.groups.filter((group) => group.cells.length === 0 || sizesOf(group).length > 0);
    this.unfinished = new Set(ranked);
    this.queriesToRank = ranked.length * (input.texts + input.images);
  }

  async run(): Promise<void> {
    [this.engine] = await this.evaluators.runOnAll((evaluator) => evaluator.engine());
    const varying = await fitProjections(this.evaluators, this.config);
    const rows = pMapIterable(this.groups, (group) => this.rowsOf(group), {
      concurrency: groupsAtOnce(this.config, this.input),
    });
    for await (const row of inPlanOrder(this.groups, rows, this.config, this.input)) {
      this.report({ kind: 'row', row: withVaryingNote(row, varying.get(spaceKey(row))) });
    }
  }

  /** Project, quantise, rank, measure. */
  private async evaluate(group: CellGroup, job: Job): Promise<EvaluatedGroup> {
    // Drawn before anything is waited for: groups begin in their order, and the stream serves them in that order.
    const pools = this.config.pools === 'reference' ? this.drawReferencePools(group) : undefined;
    await this.step(this.project(group));
    await this.step(quantise(this.evaluators, job));
    const sizes = this.comparisons.sizesToRank(group);
    const ranked = await this.step(this.rank(job, sizes, pools));
    const withWhole = await this.step(this.withWholeGallery(group, job, ranked));
    const compared = this.comparisons.roleOf(group);
    if (compared === 'with the baseline') await this.comparisons.baselineMeasured();
    const { cells, speeds, memory } = await this.step(
      measure(this.evaluators, { ...job, pools: withWhole, timed: sizesOf(group), compared }),
    );
    const bySize = new Map(sizes.map((size, i) => [size, cells[i]]));
    return { bySize, whole: cells.at(sizes.length), speeds, memory };
  }

  /** The rows of a group's cells. */
  private async rowsOf(group: CellGroup): Promise<ResultRow[]> {
    const { cells, dim, projection, precision } = group;
    const sizes = sizesOf(group);
    if (cells.length > 0 && sizes.length === 0) return cells.map((cell) => emptyRow(cell, this.input));
    const job: Job = { config: this.config, dim, projection, precision };
    const evaluating = this.evaluate(group, job);
    this.comparisons.add(group, evaluating);
    const { bySize, speeds, memory } = await evaluating;
    const lastOfSpace = this.isLastOfSpace(group);
    this.evaluators.broadcast((evaluator) => evaluator.evict(job, lastOfSpace));
    if (cells.length === 0) return [];
    await this.step(this.evaluators.broadcastDone());
    const rows: ResultRow[] = [];
    for (const cell of cells) {
      const at = sizes.indexOf(cell.candidateSize);
      if (at < 0) {
        rows.push(emptyRow(cell, this.input));
        continue;
      }
      const speed = inBoth((direction) => speeds[direction][at]);
      const comparison = await this.comparisons.of(group, cell.candidateSize);
      rows.push(resultRow(cell, this.input, bySize.get(cell.candidateSize)!, speed, memory, comparison));
    }
    return rows;
  }

  /** Marks a group as finished; true where no other of its space is left. */
  private isLastOfSpace(group: CellGroup): boolean {
    this.unfinished.delete(group);
    return ![...this.unfinished].some((other) => spaceKey(other) === spaceKey(group));
  }

  private project({ dim, projection }: Space): Promise<void> {
    const space: Space = { dim, projection };
    let projecting = this.projected.get(spaceKey(space));
    if (!projecting) {
      projecting = project(this.evaluators, this.config, space, this.input);
      this.projected.set(spaceKey(space), projecting);
    }
    return projecting;
  }

  private drawReferencePools(group: CellGroup): Promise<ReferencePools> {
    const drawing = this.referencePools.next(this.evaluators, sizesOf(group));
    // Whoever awaits it later gets the error; until then it is not an unhandled one.
    drawing.catch(() => undefined);
    return drawing;
  }

  private async rank(
    job: Job,
    sizes: readonly number[],
    referencePools: Promise<ReferencePools> | undefined,
  ): Promise<RankedGroup> {
    const context = this.rankContext((share) => {
      this.signal?.throwIfAborted();
      this.queriesRanked += share * (this.input.texts + this.input.images);
      this.report({ kind: 'progress', done: Math.round(this.queriesRanked), total: this.queriesToRank });
    });
    switch (this.config.pools) {
      case 'exact':
        return rankGallery(context, job, sizes);
      case 'sampled':
        return rankSampledPools(context, job, sizes);
      case 'reference':
        return rankReferencePools(context, job, sizes, await referencePools!);
    }
  }

  /** The baseline with the whole gallery as its last pool, from the counts there are where they are of the gallery. */
  private async withWholeGallery(group: CellGroup, job: Job, ranked: RankedGroup): Promise<RankedGroup> {
    if (!this.comparisons.possible || !isBaseline(group, this.input)) return ranked;
    const { textToImage } = ranked;
    const isCounted = textToImage.length > 0 && textToImage.every((pool) => pool.counted === 'gallery');
    const unreported = this.rankContext(() => undefined);
    const gallery = isCounted ? ranked : await rankGallery(unreported, job, [Infinity]);
    return inBoth((direction) => [...ranked[direction], { ...gallery[direction][0], size: Infinity }]);
  }

  private rankContext(advance: RankContext['advance']): RankContext {
    return { evaluators: this.evaluators, engine: this.engine!, input: this.input, advance };
  }

  /** Waits for an answer, and goes no further once the signal is aborted. */
  private async step<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    this.signal?.throwIfAborted();
    return value;
  }
}
