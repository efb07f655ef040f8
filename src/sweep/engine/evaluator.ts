import { bytesOf } from '../../compress/packed';
import { QUANTISERS } from '../../compress/quantisers';
import type { Kernels } from '../../kernels/contract/kernels';
import type { Allocate } from '../../lib/allocate';
import { messageOf } from '../../lib/errors';
import { FifoCache } from '../../lib/fifo-cache';
import { drawPools, rankDrawn, type Drawn, type DrawnPools } from '../../retrieval/pools/drawn';
import {
  rankBothDirections,
  rankExact,
  scoresOfPairs,
  type BlockAhead,
  type BothDirectionsCounts,
} from '../../retrieval/pools/exact';
import { rankPooled } from '../../retrieval/pools/pooled';
import { rankSampled } from '../../retrieval/pools/sampled';
import { rankRescored } from '../../retrieval/pools/scored';
import type { RankCounts } from '../../retrieval/ranks/rank';
import type { RankTask } from '../../retrieval/ranks/rank-task';
import type { Qrels } from '../../retrieval/ranks/relevance';
import type { Pair, Rescoring } from '../../retrieval/ranks/score-rows';
import { searchSpeed } from '../../retrieval/speed/search-speed';
import type { Clock, Speed } from '../../retrieval/speed/speed';
import type { Direction, EvaluationInput } from '../plan/input';
import { checkInput, DIRECTIONS, inBoth, relevanceOf } from '../plan/input';
import type { Memory } from '../results/result';
import type {
  Artifact,
  BothDirectionsJob,
  BuildRequest,
  DirectionJob,
  DrawJob,
  Found,
  Job,
  MeasuredPass,
  MeasureJob,
  ProjectJob,
  RankJob,
  SharedResult,
} from './job';
import { MetricsCalculator } from './metrics-calculator';
import { ProjectionCache } from './projection-cache';

/** What an evaluator works with. */
export interface Tools {
  readonly kernels: Kernels;
  /** For speed alone. */
  readonly clock: Clock;
  /** Where arrays that other evaluators use too are made. */
  readonly allocate: Allocate;
  /** Ranks on a GPU, where there is one to be used. */
  readonly gpu?: Gpu;
}

/** A ranker of whole galleries beside the kernels. */
export interface Gpu {
  readonly name: string;
  supports(pair: Pair): boolean;
  rank(task: RankTask): Promise<BlockAhead>;
}

/** What evaluates. */
export interface Engine {
  readonly kernels: string;
  /** See Kernels. */
  readonly maxOpsPerCall: number;
  readonly gpu: string | null;
  /** What went wrong with a GPU that was to rank; absent where nothing did. */
  readonly lost?: string;
}

interface Opened {
  readonly input: EvaluationInput;
  readonly vectors: ProjectionCache;
  readonly relevance: Readonly<Record<Direction, Qrels>>;
  readonly measurer: MetricsCalculator;
}

/**
 * Everything a sweep computes, in small jobs, so that the caller counts progress, stops between them and spreads them
 * over several evaluators. A job's answer depends on the job and the opened input alone, times apart; what is kept
 * between jobs only saves work.
 */
export class Evaluator {
  private readonly tools: Tools;
  private gpu: Gpu | undefined;
  private lost: string | undefined;
  private opened: Opened | undefined;
  private readonly pairScores = new FifoCache<Float32Array>(2);

  constructor(tools: Tools) {
    this.tools = tools;
    this.gpu = tools.gpu;
  }

  engine(): Engine {
    const { name: kernels, maxOpsPerCall: pace } = this.tools.kernels;
    return {
      kernels,
      maxOpsPerCall: pace,
      gpu: this.gpu?.name ?? null,
      ...(this.lost && { lost: this.lost }),
    };
  }

  /** Takes the vectors to evaluate. Throws an InputError where they do not fit together. */
  open(input: EvaluationInput): void {
    checkInput(input);
    const { kernels, allocate } = this.tools;
    const relevance = inBoth((direction) => relevanceOf(input, direction));
    this.opened = {
      input,
      vectors: new ProjectionCache(input, kernels, allocate),
      relevance,
      measurer: new MetricsCalculator(kernels, input, relevance),
    };
  }

  /**
   * Makes what is wanted: learns the ways to all dimensions, makes room for both sides at one, or stores one direction's
   * queries and gallery. Where others see the same memory it is lent to them. `used` is false for sides that are used as
   * they are.
   */
  build(wanted: BuildRequest, lend: boolean): { readonly used: boolean; readonly kept: Artifact | null } {
    const { vectors } = this.input();
    switch (wanted.kind) {
      case 'routes': {
        const routes = vectors.fit(wanted.config);
        return { used: true, kept: lend ? { ...wanted, routes } : null };
      }
      case 'sides': {
        const used = vectors.reserve(wanted.config, wanted.dim);
        const kept = used && lend ? { ...wanted, sides: vectors.at(wanted.config, wanted.dim) } : null;
        return { used, kept };
      }
      case 'pair': {
        const pair = vectors.pack(wanted.job);
        return { used: true, kept: lend ? { ...wanted, pair } : null };
      }
    }
  }

  /** Takes what another evaluator found. */
  receive(kept: SharedResult): void {
    const { measurer, vectors } = this.input();
    if (kept.kind === 'baseline') measurer.keep(kept);
    else vectors.keep(kept);
  }

  /** Lets go of what was stored for a job, and of its dimension's vectors where no other job needs them. */
  evict(job: Job, dimToo: boolean): void {
    this.input().vectors.forget(job, dimToo);
  }

  /** Projects rows of one side into the room reserved. */
  project(job: ProjectJob): void {
    this.input().vectors.fill(job);
  }

  /** Ranks a block of queries over the whole gallery, on the GPU where it serves. */
  async rank(job: RankJob): Promise<Found> {
    const task = this.task(job);
    const rescoring = this.rescoring(job);
    if (rescoring) return rankRescored(this.tools.kernels, task, rescoring);
    return (await this.rankOnGpu(task)) ?? rankExact(this.tools.kernels, task);
  }

  /** Ranks a block of texts among all images, and all images among that block, from one product. */
  rankBothDirections(job: BothDirectionsJob): BothDirectionsCounts {
    const { input, relevance, vectors } = this.input();
    const { queries: texts, gallery: images } = vectors.pack({ ...job, direction: 'textToImage' });
    const { imageOf } = input;
    const own = this.pairScores.get(JSON.stringify([job.config, job.dim, job.precision]), () =>
      scoresOfPairs(this.tools.kernels, texts, images, imageOf),
    );
    const { from, to } = job;
    return rankBothDirections(this.tools.kernels, {
      texts,
      images,
      relevance: relevance.imageToText,
      imageOf,
      own,
      from,
      to,
    });
  }

  /** Ranks a block of queries in pools drawn from the seed: counts for each size. */
  rankSampled(job: RankJob, sizes: readonly number[]): RankCounts[] {
    const { seed, repeats } = job.config;
    const sampling = { seed, stream: DIRECTIONS.indexOf(job.direction), sizes, repeats };
    return rankSampled(this.tools.kernels, this.task(job), this.rescoring(job), sampling);
  }

  /** Draws the reference's pools of one size for all queries of a direction. */
  draw({ direction, size, stream }: DrawJob): Drawn {
    const { kernels, allocate } = this.tools;
    return drawPools(kernels.random, stream, this.input().relevance[direction], size, allocate);
  }

  /** Ranks a block of queries in pools that were drawn: counts for each size. */
  rankDrawn(job: RankJob, drawn: readonly DrawnPools[]): RankCounts[] {
    const task = this.task(job);
    const pooled = this.input().vectors.pooledGallery(job);
    if (!pooled) return rankDrawn(this.tools.kernels, task, this.rescoring(job), drawn);
    const parts = drawn.filter(({ rows }) => rows);
    const inParts = rankPooled(this.tools.kernels, task, pooled, parts);
    return drawn.map(
      (pools) => inParts[parts.indexOf(pools)] ?? rankDrawn(this.tools.kernels, task, undefined, [pools])[0],
    );
  }

  /** Every metric of a pass for each pool size from the counts of all its queries, speeds, and what is stored. */
  measure(job: MeasureJob, lend: boolean): MeasuredPass {
    const { cells, baseline } = this.input().measurer.measure(job);
    return {
      cells,
      speeds: inBoth((direction) => this.speeds(job, direction)),
      memory: this.memory(job),
      baseline: lend ? baseline : null,
    };
  }

  /** Scoring plus top-K over pools of the gallery's first vectors (PROTOCOL §7), for each size that is to be timed. */
  private speeds(job: MeasureJob, direction: Direction): Speed[] {
    const { kernels, clock } = this.tools;
    const one: DirectionJob = { ...job, direction };
    const pair = this.input().vectors.pack(one);
    const k = Math.max(...job.config.ks);
    return job.timed.map((size) => searchSpeed(kernels, pair, this.rescoring(one), size, k, clock));
  }

  /** Bytes allocated for both sides as galleries, with the finer format where the best are scored again. */
  private memory(job: Job): Memory {
    const { input, vectors } = this.input();
    const { config, dim, precision } = job;
    const bytes = (direction: Direction) =>
      [precision, ...(rescores(job) ? [config.rescoreBy] : [])]
        .map((one) => bytesOf(vectors.pack({ config, dim, precision: one, direction }).gallery))
        .reduce((sum, one) => sum + one);
    const [text, image] = [bytes('imageToText'), bytes('textToImage')];
    return { text, image, perVector: (text + image) / (input.text.rows + input.image.rows) };
  }

  /** Undefined where no GPU serves; one that fails is not asked again. */
  private async rankOnGpu(task: RankTask): Promise<BlockAhead | undefined> {
    if (!this.gpu?.supports(task)) return undefined;
    try {
      return await this.gpu.rank(task);
    } catch (error) {
      this.lost = `${this.gpu.name} stopped ranking and ${this.tools.kernels.name} went on: ${messageOf(error)}`;
      this.gpu = undefined;
      return undefined;
    }
  }

  private task(job: RankJob): RankTask {
    const { vectors, relevance } = this.input();
    const { direction, from, to } = job;
    return { ...vectors.pack(job), relevance: relevance[direction], from, to };
  }

  private rescoring(job: DirectionJob): Rescoring | undefined {
    if (!rescores(job)) return undefined;
    const { rescore: best, rescoreBy: precision } = job.config;
    return { ...this.input().vectors.pack({ ...job, precision }), best };
  }

  private input(): Opened {
    if (!this.opened) throw new TypeError('Nothing to evaluate: call open first.');
    return this.opened;
  }
}

/** Whether the best candidates are scored again by a finer format. */
export const rescores = ({ config, precision }: Pick<Job, 'config' | 'precision'>): boolean =>
  precision === 'binary' && config.rescore > 0;

/** Whether one product serves both directions of a job. */
export const isSymmetric = (job: Job): boolean => QUANTISERS[job.precision].symmetric && !rescores(job);

/** An evaluator on this thread or another: the same methods, answers now or later. */
export type EvaluatorPort = {
  readonly [M in keyof Evaluator]: (
    ...args: Parameters<Evaluator[M]>
  ) => ReturnType<Evaluator[M]> | Promise<Awaited<ReturnType<Evaluator[M]>>>;
};
