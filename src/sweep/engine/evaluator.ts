import { bytesOf } from '../../compress/packed';
import type { Qrels } from '../../kernels/contract/qrels';
import type { BlockCounts, RankCounts, RankTask } from '../../kernels/contract/rank';
import { messageOf } from '../../lib/errors';
import { FifoCache } from '../../lib/fifo-cache';
import { Pcg64 } from '../../math/random/pcg64';
import type { Direction } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import { DIRECTIONS, inBoth, OPPOSITE } from '../../protocol/direction';
import { drawPools, rankDrawn, type Drawn, type DrawnPools } from '../../retrieval/pools/drawn';
import {
  rankBothDirections,
  rankExact,
  scoresOfRelevant,
  type BothDirectionsCounts,
} from '../../retrieval/pools/exact';
import { rankPooled } from '../../retrieval/pools/pooled';
import { rankSampled } from '../../retrieval/pools/sampled';
import { rankRescored } from '../../retrieval/pools/scored';
import { countFirst } from '../../retrieval/geometry/hubness';
import { marginsOf } from '../../retrieval/geometry/margins';
import { modalityGap } from '../../retrieval/geometry/modality-gap';
import { nearRows, rowLengths, type RowPairs } from '../../retrieval/geometry/near-rows';
import { pairCosines } from '../../retrieval/geometry/pair-cosines';
import { transpose, type Transposed } from '../../retrieval/ranks/qrels';
import { search, type SearchResult } from '../../retrieval/ranks/search';
import { ownRows, turnedRound, withOwnRows } from '../../retrieval/ranks/same-items';
import { scoreRows, type PackedSides, type Rescoring } from '../../retrieval/ranks/score-rows';
import { searchSpeed } from '../../retrieval/speed/search-speed';
import { ROUGH, STEADY, type Speed } from '../../retrieval/speed/speed';
import { checkInput } from '../plan/check-input';
import { BASELINE } from '../plan/cell-groups';
import { summarise, type EvaluationInput } from '../plan/input';
import { baseSpace, spaceKey } from '../plan/spaces';
import type { Memory } from '../results/result';
import type {
  Artifact,
  BothDirectionsJob,
  BuildRequest,
  DirectionJob,
  DrawJob,
  Geometry,
  HubsJob,
  QueryCounts,
  Job,
  MeasuredGroup,
  MeasureJob,
  NearRowsJob,
  ProjectJob,
  RankJob,
  SearchJob,
  SharedResult,
} from './job';
import { rescores } from './job';
import { MetricsCalculator } from './metrics-calculator';
import { ProjectionCache } from './projection-cache';
import type { Engine, Gpu, Tools } from './tools';

interface Opened {
  readonly input: EvaluationInput;
  readonly vectors: ProjectionCache;
  readonly qrels: Readonly<Record<Direction, Qrels>>;
  /** What whole galleries are ranked by: the qrels, and each query's own row beside its relevant ones. */
  readonly ranked: Readonly<Record<Direction, Qrels>>;
  readonly transposed: Transposed;
  /** The gallery row that each query is. */
  readonly own?: Readonly<Record<Direction, Int32Array>>;
  readonly metrics: MetricsCalculator;
  /** Of each side's vectors, made when first asked for. */
  readonly lengths: FifoCache<Float64Array>;
}

/**
 * Everything a sweep computes, in small jobs, so that the caller counts progress, stops between them and spreads them
 * over several evaluators. A job's result depends on the job and the opened input alone, times apart; what is cached
 * between jobs only saves work.
 */
export class Evaluator {
  private readonly tools: Tools;
  private gpu: Gpu | undefined;
  private lost: string | undefined;
  private opened: Opened | undefined;
  private readonly positiveScores = new FifoCache<Float32Array>(2);

  constructor(tools: Tools) {
    this.tools = tools;
    this.gpu = tools.gpu;
  }

  engine(): Engine {
    const { name: kernels, maxOpsPerCall } = this.tools.kernels;
    return {
      kernels,
      maxOpsPerCall,
      gpu: this.gpu?.name ?? null,
      ...(this.lost && { lost: this.lost }),
    };
  }

  /** Takes the vectors to evaluate. Throws an InputError where they do not fit together. */
  open(input: EvaluationInput): void {
    checkInput(input);
    const { kernels, allocate } = this.tools;
    const plain = transpose(input.qrels);
    const qrels = { textToImage: input.qrels, imageToText: plain.qrels };
    const same = input.same && { textToImage: input.same, imageToText: turnedRound(input.same) };
    const own = input.same && withOwnRows(input.qrels, input.same);
    const withOwn = own && { textToImage: own.asked, imageToText: own.turned };
    const ranked = withOwn ? inBoth((direction) => withOwn[direction].qrels) : qrels;
    this.opened = {
      input,
      vectors: new ProjectionCache(input, kernels, allocate),
      qrels,
      ranked,
      transposed: own?.transposed ?? plain,
      ...(same && { own: inBoth((direction) => ownRows(same[direction], qrels[direction].queries)) }),
      metrics: new MetricsCalculator(kernels, qrels, withOwn),
      lengths: new FifoCache(2),
    };
  }

  /**
   * Builds what is requested, and returns it where it is to be shared with other evaluators. `used` is false where the
   * vectors of a space are used as they are, so that none have to be projected.
   */
  build(
    request: BuildRequest,
    share: boolean,
  ): { readonly used: boolean; readonly artifact: Artifact | null } {
    const { vectors } = this.input();
    switch (request.kind) {
      case 'projectionMaps': {
        const maps = vectors.fit(request.config);
        return { used: true, artifact: share ? { ...request, maps } : null };
      }
      case 'projected': {
        const { config, space } = request;
        const used = vectors.reserve(config, space);
        return { used, artifact: used && share ? { ...request, sides: vectors.at(config, space) } : null };
      }
      case 'packed': {
        const packed = vectors.pack(request.job);
        return { used: true, artifact: share ? { ...request, packed } : null };
      }
    }
  }

  /** How many numbers vary in each space of a sweep where not all do, by the space's key. */
  varyingNumbers(config: SweepConfig): ReadonlyMap<string, number> {
    const maps = [...this.input().vectors.fit(config)];
    return new Map(maps.flatMap(([key, { varying }]) => (varying === undefined ? [] : [[key, varying]])));
  }

  /** Takes what another evaluator made. */
  receive(result: SharedResult): void {
    const { metrics, vectors } = this.input();
    if (result.kind === 'baseline') metrics.receive(result);
    else vectors.receive(result);
  }

  /** Frees what was packed for a job, and its space's vectors where `lastOfSpace`: no other job needs them. */
  evict(job: Job, lastOfSpace: boolean): void {
    this.input().vectors.evict(job, lastOfSpace);
  }

  /** Projects rows of one side into the arrays reserved for them. */
  project(job: ProjectJob): void {
    this.input().vectors.fill(job);
  }

  /** Ranks a block of queries over the whole gallery, on the GPU where it supports that. */
  async rank(job: RankJob): Promise<QueryCounts> {
    const task = this.task(job);
    const rescoring = this.rescoring(job);
    if (rescoring) return rankRescored(this.tools.kernels, task, rescoring);
    const whole = { ...task, qrels: this.input().ranked[job.direction] };
    return (await this.rankOnGpu(whole)) ?? rankExact(this.tools.kernels, whole);
  }

  /** The first k of a query's ranking of the whole gallery, from the vectors and kernels that rank it. */
  search({ query, k, ...job }: SearchJob): SearchResult {
    const { vectors, own } = this.input();
    const rescoring = this.rescoring(job);
    if (typeof query === 'number') {
      return search(this.tools.kernels, vectors.pack(job), rescoring, query, k, own?.[job.direction]);
    }
    const asked = (one: DirectionJob): PackedSides => ({
      queries: vectors.packQuery(one, query),
      gallery: vectors.pack(one).gallery,
    });
    const finer = rescoring && {
      ...asked({ ...job, precision: job.config.rescoreBy }),
      best: rescoring.best,
    };
    return search(this.tools.kernels, asked(job), finer, 0, k);
  }

  /** For each gallery item, of how many queries of a block it is among the first k of the whole gallery. */
  countFirst({ k, ...job }: HubsJob): Uint32Array {
    const gallery = this.input().qrels[job.direction].gallery;
    return countFirst(this.scoresOf(job), gallery, k);
  }

  /** By how much each query of a block scores its best relevant item above the best other. */
  margins(job: RankJob): Float64Array {
    return marginsOf(this.scoresOf(job), this.input().qrels[job.direction], job.from, job.to);
  }

  /** Which rows of the same side are near-identical to those of a block, by the untouched vectors. */
  nearRows({ config, side, from, to, least }: NearRowsJob): RowPairs {
    const { input, vectors, lengths } = this.input();
    const untouched = { ...baseSpace(summarise(input)), precision: BASELINE, config } as const;
    const { queries, gallery } = vectors.pack({ ...untouched, direction: 'textToImage' });
    const packed = side === 'text' ? queries : gallery;
    const products = this.tools.kernels.scores({ packed, from, to }, { packed, from: 0, to: packed.rows });
    const ofSide = lengths.get(side, () => rowLengths(input[side]));
    return nearRows(input[side], ofSide, products, from, to, least);
  }

  /** How near right and wrong pairs are, and both sides, as they are stored; null where codes depend on the pool. */
  geometry(job: DirectionJob): Geometry | null {
    const { vectors, qrels, own } = this.input();
    const { direction, config } = job;
    const gallery = vectors.decoded(job);
    const other = vectors.decoded({
      ...job,
      direction: OPPOSITE[direction],
    });
    if (!gallery || !other) return null;
    const words = new Pcg64(config.seed);
    const queries = vectors.decodedQueries(job);
    return {
      cosines: pairCosines(queries, gallery, qrels[direction], words, own?.[direction]),
      gap: modalityGap(gallery, other),
    };
  }

  /** Ranks a block of texts among all images, and all images among that block, from one product. */
  rankBothDirections(job: BothDirectionsJob): BothDirectionsCounts {
    const { ranked, transposed, vectors } = this.input();
    const { queries: texts, gallery: images } = vectors.pack({ ...job, direction: 'textToImage' });
    const positiveScores = this.positiveScores.get(
      JSON.stringify([job.config, spaceKey(job), job.precision]),
      () => scoresOfRelevant(this.tools.kernels, texts, images, ranked.textToImage),
    );
    const { from, to } = job;
    return rankBothDirections(this.tools.kernels, {
      texts,
      images,
      qrels: ranked.textToImage,
      transposed,
      own: positiveScores,
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
    return drawPools(kernels.random, stream, this.input().qrels[direction], size, allocate);
  }

  /** Ranks a block of queries in pools that were drawn: counts for each size. */
  rankDrawn(job: RankJob, drawn: readonly DrawnPools[]): RankCounts[] {
    const task = this.task(job);
    const pooled = this.input().vectors.pooledGallery(job);
    if (!pooled) return rankDrawn(this.tools.kernels, task, this.rescoring(job), drawn);
    const partial = drawn.filter(({ rows }) => rows);
    const counts = rankPooled(this.tools.kernels, task, pooled, partial);
    return drawn.map(
      (pools) => counts[partial.indexOf(pools)] ?? rankDrawn(this.tools.kernels, task, undefined, [pools])[0],
    );
  }

  /** Every metric of a group for each pool size from the counts of all its queries, speeds, and bytes stored. */
  measure(job: MeasureJob, share: boolean): MeasuredGroup {
    const { cells, ranks, baseline } = this.input().metrics.measure(job);
    return {
      cells,
      ranks,
      speeds: inBoth((direction) => this.speeds(job, direction)),
      memory: this.memory(job),
      baseline: share ? baseline : null,
    };
  }

  /** Scoring plus top-K over the whole gallery, timed long enough for one cell to be told from another (PROTOCOL §7). */
  gallerySpeed(job: DirectionJob): Speed {
    const { kernels, clock } = this.tools;
    const asked = { size: Infinity, k: Math.max(...job.config.ks) };
    const packed = this.input().vectors.pack(job);
    return searchSpeed(kernels, packed, this.rescoring(job), asked, clock, STEADY);
  }

  /** Roughly the same over pools of the gallery's first vectors, for each size that is to be timed. */
  private speeds(job: MeasureJob, direction: Direction): Speed[] {
    const { kernels, clock } = this.tools;
    const one: DirectionJob = { ...job, direction };
    const packed = this.input().vectors.pack(one);
    const k = Math.max(...job.config.ks);
    return job.timed.map((size) =>
      searchSpeed(kernels, packed, this.rescoring(one), { size, k }, clock, ROUGH),
    );
  }

  /** Bytes allocated for both sides as galleries, with the finer format where the best are scored again. */
  private memory(job: Job): Memory {
    const { input, vectors } = this.input();
    const { dim, projection, config, precision } = job;
    const bytes = (direction: Direction) =>
      [precision, ...(rescores(job) ? [config.rescoreBy] : [])]
        .map((one) => bytesOf(vectors.pack({ dim, projection, config, precision: one, direction }).gallery))
        .reduce((sum, one) => sum + one);
    const [text, image] = [bytes('imageToText'), bytes('textToImage')];
    return { text, image, perVector: (text + image) / (input.text.rows + input.image.rows) };
  }

  /** Undefined where no GPU can; one that fails is not used again. */
  private async rankOnGpu(task: RankTask): Promise<BlockCounts | undefined> {
    if (!this.gpu?.supports(task)) return undefined;
    try {
      return await this.gpu.rank(task);
    } catch (error) {
      this.lost = `${this.gpu.name} failed while ranking, so ${this.tools.kernels.name} took over: ${messageOf(error)}`;
      this.gpu = undefined;
      return undefined;
    }
  }

  private task(job: RankJob): RankTask {
    const { vectors, qrels, own } = this.input();
    const { direction, from, to } = job;
    return { ...vectors.pack(job), qrels: qrels[direction], ...(own && { own: own[direction] }), from, to };
  }

  private scoresOf({ from, to, ...job }: RankJob): Float32Array | Float64Array {
    const { vectors, own } = this.input();
    return scoreRows(
      this.tools.kernels,
      vectors.pack(job),
      this.rescoring(job),
      from,
      to,
      own?.[job.direction],
    );
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

/** An evaluator on this thread or another: the same methods, answers now or later. */
export type EvaluatorPort = {
  readonly [M in keyof Evaluator]: (
    ...args: Parameters<Evaluator[M]>
  ) => ReturnType<Evaluator[M]> | Promise<Awaited<ReturnType<Evaluator[M]>>>;
};
