import { relevantTo, type Qrels } from '../kernels/contract/qrels';
import { joinArrays } from '../math/join-arrays';
import { cosine, row } from '../math/matrix';
import { OPPOSITE, SIDES, type Direction } from '../protocol/direction';
import { PRECISIONS, type SweepConfig } from '../protocol/sweep-config';
import { hubnessOf, type Hubness } from '../retrieval/geometry/hubness';
import { bothDirections } from '../retrieval/ranks/qrels';
import type { SearchResult } from '../retrieval/ranks/search';
import type { EvaluatorPort } from '../sweep/engine/evaluator';
import type { EvaluatorPool } from '../sweep/engine/evaluator-pool';
import type { DirectionJob, Geometry, RankJob, SearchJob } from '../sweep/engine/job';
import { fitProjections, project, quantise } from '../sweep/engine/phases';
import { blocks } from '../sweep/engine/rank-group';
import { BASELINE } from '../sweep/plan/cell-groups';
import { summarise, type EvaluationInput } from '../sweep/plan/input';
import { baseSpace, spaceKey, type Space } from '../sweep/plan/spaces';
import { alsoRight, type AlsoRight } from './also-right';

/** Spaces whose vectors are there at once: those of two cells, and one more. */
const MAX_SPACES = 3;

interface Projected {
  readonly space: Space;
  readonly done: Promise<void>;
}

/**
 * The first items of a query, how like it their untouched vectors are, which can be compared between cells, and which of them
 * are perhaps right too.
 */
export interface Found extends SearchResult {
  readonly cosines: readonly number[];
  readonly alsoRight: readonly (AlsoRight | null)[];
}

/**
 * Searches in the galleries of a run's cells. Vectors of a space are projected, and those of a precision packed, when they
 * are first searched.
 */
export class Searches {
  private readonly pool: EvaluatorPool;
  private readonly input: EvaluationInput;
  private readonly config: SweepConfig;
  private readonly qrels: Readonly<Record<Direction, Qrels>>;
  private readonly opened: Promise<unknown>;
  /** The spaces whose vectors are there, the one made last at the end. */
  private readonly spaces = new Map<string, Projected>();

  constructor(pool: EvaluatorPool, input: EvaluationInput, config: SweepConfig) {
    this.pool = pool;
    this.input = input;
    this.config = config;
    this.qrels = bothDirections(input.qrels);
    this.opened = pool
      .runOnAll((evaluator) => evaluator.open(input))
      .then(() => fitProjections(pool, config));
  }

  /** The first k of a query under one cell. */
  async search(job: Omit<SearchJob, 'config'>): Promise<Found> {
    await this.opened;
    await this.inSpace(job);
    const found = await this.pool.runOnIdle((evaluator) => evaluator.search({ ...job, config: this.config }));
    const { query, gallery } = SIDES[job.direction];
    const vector = typeof job.query === 'number' ? row(this.input[query], job.query) : job.query;
    const right =
      typeof job.query === 'number' ? relevantTo(this.qrels[job.direction], job.query) : new Uint32Array(0);
    return {
      ...found,
      cosines: Array.from(found.items, (item) => cosine(vector, row(this.input[gallery], item))),
      alsoRight: alsoRight(found.items, vector, right, {
        queries: this.input[query],
        gallery: this.input[gallery],
        relevantFor: this.qrels[OPPOSITE[job.direction]],
      }),
    };
  }

  /** How unevenly the gallery items are spread over the first k of all queries of a direction under one cell. */
  async hubs(job: Omit<DirectionJob, 'config'>, k: number): Promise<Hubness> {
    const counts = await this.ofAllQueries(job, (evaluator, block) => evaluator.countFirst({ ...block, k }));
    const sum = new Uint32Array(this.qrels[job.direction].gallery);
    for (const block of counts) block.forEach((one, item) => (sum[item] += one));
    return hubnessOf(sum, k);
  }

  /** By how much each query of a direction scores its best relevant item above the best other, by the untouched vectors. */
  async margins(direction: Direction): Promise<Float64Array> {
    const untouched = {
      ...baseSpace({ baseDim: this.input.text.cols }),
      precision: BASELINE,
      direction,
    } as const;
    const blocks = await this.ofAllQueries(untouched, (evaluator, block) => evaluator.margins(block));
    return joinArrays(blocks, Float64Array);
  }

  /** How near right and wrong pairs are, and both sides, as a cell stores them; null where its codes depend on the pool. */
  async geometry(job: Omit<DirectionJob, 'config'>): Promise<Geometry | null> {
    await this.opened;
    await this.inSpace(job);
    return this.pool.runOnIdle((evaluator) => evaluator.geometry({ ...job, config: this.config }));
  }

  /** What all evaluators together make of the queries of a direction, a block at a time. */
  private async ofAllQueries<T>(
    job: Omit<DirectionJob, 'config'>,
    make: (evaluator: EvaluatorPort, block: RankJob) => T | Promise<T>,
  ): Promise<T[]> {
    await this.opened;
    await this.inSpace(job);
    const whole = { ...job, config: this.config };
    await quantise(this.pool, whole);
    const { maxOpsPerCall } = await this.pool.runOnIdle((evaluator) => evaluator.engine());
    const { queries, gallery } = this.qrels[job.direction];
    const parts = blocks(queries, (queries * gallery * job.dim) / maxOpsPerCall);
    return Promise.all(
      parts.map(([from, to]) => this.pool.runOnIdle((evaluator) => make(evaluator, { ...whole, from, to }))),
    );
  }

  /** Makes a space's vectors, and frees those of the space that was made first where there are too many. */
  private inSpace({ dim, projection }: Space): Promise<void> {
    const key = spaceKey({ dim, projection });
    let made = this.spaces.get(key);
    if (!made) {
      const space: Space = { dim, projection };
      made = { space, done: project(this.pool, this.config, space, summarise(this.input)) };
      this.spaces.set(key, made);
      if (this.spaces.size > MAX_SPACES) this.free(this.spaces.keys().next().value!);
    }
    return made.done;
  }

  private free(key: string): void {
    const { space } = this.spaces.get(key)!;
    this.spaces.delete(key);
    for (const precision of PRECISIONS) {
      this.pool.broadcast((evaluator) => evaluator.evict({ ...space, precision, config: this.config }, true));
    }
  }
}
