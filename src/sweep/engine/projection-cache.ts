import { project, type LinearMap, type ProjectionMap, type Side } from '../../compress/projection';
import { PROJECTIONS_BY_NAME } from '../../compress/projections';
import type { QuantiserOptions } from '../../compress/quantiser';
import { QUANTISERS } from '../../compress/quantisers';
import { rowRanges } from '../../compress/range-codes';
import type { Kernels } from '../../kernels/contract/kernels';
import type { Allocate } from '../../lib/allocate';
import { FifoCache } from '../../lib/fifo-cache';
import type { Arithmetic } from '../../math/arithmetic';
import type { Matrix } from '../../math/matrix';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { PooledGallery } from '../../retrieval/pools/pooled';
import type { Pair } from '../../retrieval/ranks/score-rows';
import type { EvaluationInput, Sides } from '../plan/input';
import { DIRECTIONS, SIDES } from '../plan/input';
import { sharedPacked } from '../plan/shared';
import type { Artifact, DirectionJob, Job, ProjectJob } from './job';

/** Projected dimensions, and packed pairs, that are kept: those of the passes that may be under way. */
const DIMENSIONS = 3;
const PAIRS = 12;
/** Rows that are projected at once. */
const PROJECTED_AT_ONCE = 960;

/** The reference's own numbers keep the type they came in; elsewhere no stored number is wider than fp32. */
const keepsType = ({ pools }: SweepConfig): boolean => pools === 'reference';

function optionsOf(config: SweepConfig): QuantiserOptions {
  const { calibration, centre, query } = config;
  return { calibration, centre, query, keepType: keepsType(config) };
}

const routesKey = ({ projection, dims }: SweepConfig): string => JSON.stringify([projection, dims]);
const sidesKey = (config: SweepConfig, dim: number): string =>
  JSON.stringify([dim, config.projection, config.dims, keepsType(config)]);
const pairKey = ({ config, dim, precision, direction }: DirectionJob): string =>
  JSON.stringify([sidesKey(config, dim), precision, direction, optionsOf(config)]);

/** Rows from … to − 1 as a view. */
function rowsOf({ cols, data }: Matrix, from: number, to: number): Matrix {
  return { rows: to - from, cols, data: data.subarray(from * cols, to * cols) };
}

/**
 * The vectors of an input at any dimension and precision. What was made last is kept, by this evaluator or by another
 * that shares its memory, so a sweep projects and packs nothing twice.
 */
export class ProjectionCache {
  private readonly input: EvaluationInput;
  private readonly kernels: Kernels;
  private readonly arithmetic: Arithmetic;
  private readonly allocate: Allocate;
  private readonly routes = new FifoCache<ReadonlyMap<number, ProjectionMap>>(1);
  private readonly projected = new FifoCache<Sides>(DIMENSIONS);
  /** All that were made narrower, since a sweep comes back to the dimension that others are compared with. */
  private readonly narrowed = new FifoCache<Sides>(Infinity);
  private readonly pairs = new FifoCache<Pair>(PAIRS);
  private readonly pooled = new FifoCache<PooledGallery | undefined>(2);

  constructor(input: EvaluationInput, kernels: Kernels, allocate: Allocate) {
    this.input = input;
    this.kernels = kernels;
    this.arithmetic = {
      multiply: (a, b) => kernels.multiply(a, b),
      normals: (stream, out) => kernels.random.normals(stream, out),
    };
    this.allocate = allocate;
  }

  /** Takes what another evaluator made. */
  keep(kept: Artifact): void {
    if (kept.kind === 'routes') this.routes.put(routesKey(kept.config), kept.routes);
    if (kept.kind === 'sides') {
      this.storeOf(kept.config, kept.dim).put(sidesKey(kept.config, kept.dim), kept.sides);
    }
    if (kept.kind === 'pair') this.pairs.put(pairKey(kept.job), kept.pair);
  }

  /** Lets go of what was packed for a job, and of what was projected for it where no other job needs its dimension. */
  forget(job: Job, dimToo: boolean): void {
    for (const direction of DIRECTIONS) {
      this.pairs.delete(pairKey({ ...job, direction }));
      this.pooled.delete(pairKey({ ...job, direction }));
    }
    if (dimToo) this.storeOf(job.config, job.dim).delete(sidesKey(job.config, job.dim));
  }

  /** How each dimension of a run is reached. */
  fit(config: SweepConfig): ReadonlyMap<number, ProjectionMap> {
    return this.routes.get(routesKey(config), () => {
      const { text, image } = this.input;
      const { fit, largest } = PROJECTIONS_BY_NAME[config.projection];
      const dims = config.dims.filter((dim) => dim <= largest(text.cols));
      const routeTo = fit(text, image, dims, this.arithmetic);
      return new Map(dims.map((dim) => [dim, routeTo(dim)]));
    });
  }

  /** Makes room for both sides at a dimension, for `fill`; false where they are used as they are. */
  reserve(config: SweepConfig, dim: number): boolean {
    if (!this.needsFilling(config, dim)) return false;
    const room = ({ rows }: Matrix): Matrix => {
      const numbers = rows * dim;
      const data = keepsType(config)
        ? new Float64Array(this.allocate(numbers * 8))
        : new Float32Array(this.allocate(numbers * 4));
      return { rows, cols: dim, data };
    };
    const { text, image } = this.input;
    this.storeOf(config, dim).get(sidesKey(config, dim), () => ({ text: room(text), image: room(image) }));
    return true;
  }

  /** Both sides at a dimension: as given, or as they were filled. */
  at(config: SweepConfig, dim: number): Sides {
    if (!this.needsFilling(config, dim)) return this.asGiven(dim);
    return this.storeOf(config, dim).get(sidesKey(config, dim), () => {
      throw new TypeError(`No room was reserved for vectors of ${dim} dimensions.`);
    });
  }

  /** Whether a dimension's vectors have to be projected, or made narrower where no number is to be wider than fp32. */
  private needsFilling(config: SweepConfig, dim: number): boolean {
    if (this.routeTo(config, dim) !== 'as they are') return true;
    const { text, image } = this.asGiven(dim);
    return !keepsType(config) && [text, image].some(({ data }) => data instanceof Float64Array);
  }

  /** Projects some rows, or makes them narrower, into the room there is for them. */
  fill({ config, dim, side, from, to }: ProjectJob): void {
    const route = this.routeTo(config, dim);
    const out = rowsOf(this.at(config, dim)[side], from, to);
    if (route === 'as they are') out.data.set(rowsOf(this.asGiven(dim)[side], from, to).data);
    else this.project(route, side, rowsOf(this.input[side], from, to), out);
  }

  /** Some rows at a time, so that products in double precision take little room, always the same. */
  private project(map: LinearMap, side: Side, rows: Matrix, out: Matrix): void {
    const products = new Float64Array(Math.min(PROJECTED_AT_ONCE, rows.rows) * map.dim);
    for (let from = 0; from < rows.rows; from += PROJECTED_AT_ONCE) {
      const to = Math.min(from + PROJECTED_AT_ONCE, rows.rows);
      const multiply = (a: Matrix, b: Matrix) => this.kernels.multiply(a, b, products);
      project(map, side, rowsOf(rows, from, to), multiply, rowsOf(out, from, to));
    }
  }

  /** One direction's queries and gallery as they are stored. */
  pack(job: DirectionJob): Pair {
    const { config, dim, precision, direction } = job;
    const quantiser = QUANTISERS[precision];
    if (quantiser.symmetric && direction === 'imageToText') {
      const { queries, gallery } = this.pack({ ...job, direction: 'textToImage' });
      return { queries: gallery, gallery: queries };
    }
    return this.pairs.get(pairKey(job), () => {
      const sides = this.at(config, dim);
      const options = optionsOf(config);
      const { packing } = this.kernels;
      const made = {
        gallery: quantiser.gallery(sides[SIDES[direction].gallery], options, packing),
        queries: sides[SIDES[direction].query],
      };
      const queries = quantiser.queries(made.queries, made.gallery, options, packing);
      return {
        gallery: sharedPacked(made.gallery, this.allocate),
        queries: sharedPacked(queries, this.allocate),
      };
    });
  }

  /** What is needed to encode pools by themselves; undefined where a precision packs the gallery once for all. */
  pooledGallery(job: DirectionJob): PooledGallery | undefined {
    return this.pooled.get(pairKey(job), () => {
      const levels = QUANTISERS[job.precision].pooledLevels;
      if (levels === undefined) return undefined;
      const vectors = this.at(job.config, job.dim)[SIDES[job.direction].gallery];
      return { vectors, ranges: rowRanges(vectors), levels };
    });
  }

  private asGiven(dim: number): Sides {
    return this.input.given?.[dim] ?? this.input;
  }

  private storeOf(config: SweepConfig, dim: number): FifoCache<Sides> {
    return this.routeTo(config, dim) === 'as they are' ? this.narrowed : this.projected;
  }

  private routeTo(config: SweepConfig, dim: number): ProjectionMap {
    if (this.input.given) return 'as they are';
    return this.fit(config).get(dim) ?? 'as they are';
  }
}
