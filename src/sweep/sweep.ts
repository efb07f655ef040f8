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
import { cellGroupsOf, sizesOf, type CellGroup } from './plan/cell-groups';
import { checkFit } from './plan/fit/fit-sweep';
import type { InputSummary } from './plan/input';
import { sizeOf } from './plan/plan';
import { spaceKey, type Space } from './plan/spaces';
import type { QueryRanks } from './results/query-ranks';
import type { ResultRow } from './results/result';
import { resultRow, withVaryingNote } from './results/rows';

export type SweepProgress =
  /** Queries ranked, of all that will be. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Where the queries of a space and precision found what is relevant; also those that others are only compared with. */
  | { readonly kind: 'ranks'; readonly ranks: QueryRanks }
  | { readonly kind: 'row'; readonly row: ResultRow };

/**
 * Computes every cell of a sweep over the input that the evaluators have open: project, quantise, rank, measure. Rows
 * come in the order of the plan, each as soon as those before it are there, and depend on input and config alone, speed
 * apart: not on how many evaluators there are. Stops between two jobs once the signal is aborted. Throws an InputError
 * for an unusable config, or one that does not fit the input, see `fitSweep`.
 */
export async function* sweep(
  input: InputSummary,
  config: SweepConfig,
  evaluators: EvaluatorPool,
  signal?: AbortSignalLike,
): AsyncGenerator<SweepProgress, void> {
  checkConfig(config);
  checkFit(config, input);
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
    this.unfinished = new Set(this.groups);
    this.queriesToRank = this.groups.length * (input.texts + input.images);
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
    const ranked = await this.step(this.rank(job, this.comparisons.sizesToRank(group), pools));
    const compared = this.comparisons.roleOf(group);
    if (compared === 'with the baseline') await this.comparisons.baselineMeasured();
    const { cells, ranks, speeds, memory } = await this.step(
      measure(this.evaluators, { ...job, pools: ranked, timed: sizesOf(group), compared }),
    );
    const bySize = new Map(ranked.textToImage.map(({ size }, i) => [size, cells[i]]));
    return { bySize, ranks, speeds, memory };
  }

  /** The rows of a group's cells. */
  private async rowsOf(group: CellGroup): Promise<ResultRow[]> {
    const { cells, dim, projection, precision } = group;
    const job: Job = { config: this.config, dim, projection, precision };
    const evaluating = this.evaluate(group, job);
    this.comparisons.add(group, evaluating);
    const { bySize, ranks, speeds, memory } = await evaluating;
    for (const one of ranks) this.report({ kind: 'ranks', ranks: { dim, projection, precision, ...one } });
    const lastOfSpace = this.isLastOfSpace(group);
    this.evaluators.broadcast((evaluator) => evaluator.evict(job, lastOfSpace));
    if (cells.length === 0) return [];
    await this.step(this.evaluators.broadcastDone());
    return Promise.all(
      cells.map(async (cell, i) => {
        const size = sizeOf(cell.pool);
        const speed = inBoth((direction) => speeds[direction][i]);
        const comparison = await this.comparisons.of(group, size);
        return resultRow(cell, this.input, bySize.get(size)!, speed, memory, comparison);
      }),
    );
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
    const advance = (share: number) => {
      this.signal?.throwIfAborted();
      this.queriesRanked += share * (this.input.texts + this.input.images);
      this.report({ kind: 'progress', done: Math.round(this.queriesRanked), total: this.queriesToRank });
    };
    const { evaluators, input } = this;
    const context: RankContext = { evaluators, engine: this.engine!, input, advance };
    switch (this.config.pools) {
      case 'exact':
        return rankGallery(context, job, sizes);
      case 'sampled': {
        const drawn = sizes.filter(Number.isFinite);
        const whole = sizes.filter((size) => !Number.isFinite(size));
        if (drawn.length === 0) return rankGallery(context, job, whole);
        const pools = await rankSampledPools(context, job, drawn);
        if (whole.length === 0) return pools;
        const gallery = await rankGallery({ ...context, advance: () => undefined }, job, whole);
        return inBoth((direction) => [...pools[direction], ...gallery[direction]]);
      }
      case 'reference':
        return rankReferencePools(context, job, sizes, await referencePools!);
    }
  }

  /** Waits for an answer, and goes no further once the signal is aborted. */
  private async step<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    this.signal?.throwIfAborted();
    return value;
  }
}
