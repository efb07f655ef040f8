import { decodeRow } from '../../compress/decode';
import { project, type LinearMap, type Side } from '../../compress/projection';
import { PROJECTIONS_BY_NAME } from '../../compress/projections';
import type { Packed } from '../../compress/packed';
import type { QuantiserOptions } from '../../compress/quantiser';
import { QUANTISERS } from '../../compress/quantisers';
import { rowRanges } from '../../compress/range-codes';
import type { Kernels } from '../../kernels/contract/kernels';
import type { Allocate } from '../../lib/allocate';
import { InputError } from '../../lib/errors';
import { FifoCache } from '../../lib/fifo-cache';
import type { Arithmetic } from '../../math/arithmetic';
import type { Matrix } from '../../math/matrix';
import { DIRECTIONS, SIDES } from '../../protocol/direction';
import type { ProjectionName } from '../../protocol/compression';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { RowReader } from '../../retrieval/geometry/row-reader';
import type { PooledGallery } from '../../retrieval/pools/pooled';
import type { PackedSides } from '../../retrieval/ranks/score-rows';
import { summarise, type EvaluationInput, type Sides } from '../plan/input';
import { sharedPacked } from '../plan/shared-input';
import { spaceKey, spacesOf, type Space } from '../plan/spaces';
import type { Artifact, DirectionJob, Job, ProjectionMaps, ProjectJob } from './job';

/** Projected spaces, and packed directions, that are cached: those of the groups that may be under way. */
const SPACES = 3;
const PACKED = 12;
/** Rows in one product when vectors are projected. */
const ROWS_PER_PRODUCT = 960;

/** The reference's own numbers keep the type they came in; elsewhere no stored number is wider than fp32. */
const keepsType = ({ pools }: SweepConfig): boolean => pools === 'reference';

function optionsOf(config: SweepConfig): QuantiserOptions {
  const { calibration, centre, query } = config;
  return { calibration, centre, query, keepType: keepsType(config) };
}

const mapsKey = ({ projections, dims }: SweepConfig): string => JSON.stringify([projections, dims]);
const projectedKey = (config: SweepConfig, space: Space): string =>
  JSON.stringify([spaceKey(space), config.dims, keepsType(config)]);
const packedKey = ({ precision, direction, ...job }: DirectionJob): string =>
  JSON.stringify([projectedKey(job.config, job), precision, direction, optionsOf(job.config)]);

/** Rows from … to − 1 as a view. */
function rowsOf({ cols, data }: Matrix, from: number, to: number): Matrix {
  return { rows: to - from, cols, data: data.subarray(from * cols, to * cols) };
}

/**
 * The vectors of an input in any space and precision. What was made last is cached, whether by this evaluator or by
 * another that shares its memory, so a sweep projects and packs nothing twice.
 */
export class ProjectionCache {
  private readonly input: EvaluationInput;
  private readonly kernels: Kernels;
  private readonly arithmetic: Arithmetic;
  private readonly allocate: Allocate;
  private readonly maps = new FifoCache<ProjectionMaps>(1);
  private readonly projected = new FifoCache<Sides>(SPACES);
  /** All that were narrowed to fp32, since a sweep comes back to the base. */
  private readonly narrowed = new FifoCache<Sides>(Infinity);
  private readonly packed = new FifoCache<PackedSides>(PACKED);
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
  receive(artifact: Artifact): void {
    switch (artifact.kind) {
      case 'projectionMaps':
        this.maps.put(mapsKey(artifact.config), artifact.maps);
        break;
      case 'projected': {
        const { config, space, sides } = artifact;
        this.cacheOf(space).put(projectedKey(config, space), sides);
        break;
      }
      case 'packed':
        this.packed.put(packedKey(artifact.job), artifact.packed);
    }
  }

  /** Frees what was packed for a job, and its space's vectors where no other job needs them. */
  evict(job: Job, lastOfSpace: boolean): void {
    for (const direction of DIRECTIONS) {
      this.packed.delete(packedKey({ ...job, direction }));
      this.pooled.delete(packedKey({ ...job, direction }));
    }
    if (lastOfSpace) this.cacheOf(job).delete(projectedKey(job.config, job));
  }

  /** How vectors are brought into each space of a sweep. */
  fit(config: SweepConfig): ProjectionMaps {
    return this.maps.get(mapsKey(config), () => {
      const spaces = spacesOf(config, summarise(this.input));
      const maps = config.projections.map((name) => this.fitOne(name, config.dims, spaces));
      return new Map(maps.flat());
    });
  }

  /** The maps of one projection, with their spaces' keys. */
  private fitOne(
    name: ProjectionName,
    dims: readonly number[],
    spaces: readonly Space[],
  ): [string, LinearMap][] {
    const { text, image } = this.input;
    const { fit } = PROJECTIONS_BY_NAME[name];
    const own = spaces.filter(({ projection }) => projection === name);
    if (own.length === 0) return [];
    const mapTo = fit(text, image, dims, this.arithmetic);
    return own.map((space) => [spaceKey(space), mapTo(space.dim)]);
  }

  /** Makes arrays for both sides in a space, for `fill`; false where they are used as they are. */
  reserve(config: SweepConfig, space: Space): boolean {
    if (!this.needsFilling(config, space)) return false;
    const { dim } = space;
    const newMatrix = ({ rows }: Matrix): Matrix => {
      const numbers = rows * dim;
      const data = keepsType(config)
        ? new Float64Array(this.allocate(numbers * 8))
        : new Float32Array(this.allocate(numbers * 4));
      return { rows, cols: dim, data };
    };
    const { text, image } = this.input;
    this.cacheOf(space).get(projectedKey(config, space), () => ({
      text: newMatrix(text),
      image: newMatrix(image),
    }));
    return true;
  }

  /** Both sides in a space: as given, or as they were filled. */
  at(config: SweepConfig, space: Space): Sides {
    if (!this.needsFilling(config, space)) return this.asGiven(space.dim);
    return this.cacheOf(space).get(projectedKey(config, space), () => {
      throw new TypeError(
        `Nothing was reserved for vectors of ${space.dim} dimensions (${space.projection}).`,
      );
    });
  }

  /** Whether a space's vectors have to be projected, or narrowed where no number may be wider than fp32. */
  private needsFilling(config: SweepConfig, space: Space): boolean {
    if (isProjected(space)) return true;
    const { text, image } = this.asGiven(space.dim);
    return !keepsType(config) && [text, image].some(({ data }) => data instanceof Float64Array);
  }

  /** Projects some rows, or narrows them, into the arrays reserved for them. */
  fill({ config, side, from, to, ...space }: ProjectJob): void {
    const map = this.fit(config).get(spaceKey(space));
    const out = rowsOf(this.at(config, space)[side], from, to);
    if (map) this.project(map, side, rowsOf(this.input[side], from, to), out);
    else out.data.set(rowsOf(this.asGiven(space.dim)[side], from, to).data);
  }

  /** Some rows at a time, so that products in double precision take little memory, the same for each. */
  private project(map: LinearMap, side: Side, rows: Matrix, out: Matrix): void {
    const products = new Float64Array(Math.min(ROWS_PER_PRODUCT, rows.rows) * map.dim);
    for (let from = 0; from < rows.rows; from += ROWS_PER_PRODUCT) {
      const to = Math.min(from + ROWS_PER_PRODUCT, rows.rows);
      const multiply = (a: Matrix, b: Matrix) => this.kernels.multiply(a, b, products);
      project(map, side, rowsOf(rows, from, to), multiply, rowsOf(out, from, to));
    }
  }

  /** One direction's queries and gallery at a precision. */
  pack(job: DirectionJob): PackedSides {
    const { config, precision, direction } = job;
    const quantiser = QUANTISERS[precision];
    if (quantiser.symmetric && direction === 'imageToText') {
      const { queries, gallery } = this.pack({ ...job, direction: 'textToImage' });
      return { queries: gallery, gallery: queries };
    }
    return this.packed.get(packedKey(job), () => {
      const sides = this.at(config, job);
      const options = optionsOf(config);
      const { packing } = this.kernels;
      const { query, gallery: answering } = SIDES[direction];
      const gallery = quantiser.gallery(sides[answering], options, packing);
      const queries = quantiser.queries(sides[query], gallery, options, packing);
      return {
        gallery: sharedPacked(gallery, this.allocate),
        queries: sharedPacked(queries, this.allocate),
      };
    });
  }

  /**
   * A vector of the base dimension that is not among the queries, made ready for the gallery of a job: 1 × dim. Throws an
   * InputError where the vectors of the job's space came from a file, so that nothing says how to make one like them.
   */
  packQuery(job: DirectionJob, vector: Float32Array): Packed {
    const { query } = SIDES[job.direction];
    const side = this.at(job.config, job)[query];
    const own: Matrix = { rows: 1, cols: vector.length, data: vector };
    return QUANTISERS[job.precision].queries(
      this.inSpace(job, query, own),
      this.pack(job).gallery,
      optionsOf(job.config),
      this.kernels.packing,
      side,
    );
  }

  private inSpace({ config, dim, projection }: Job, side: Side, vector: Matrix): Matrix {
    if (projection === 'none') return vector;
    const map = this.fit(config).get(spaceKey({ dim, projection }));
    if (!map) {
      throw new InputError(
        `The vectors of ${dim} dimensions came from a file, which does not say how others are made from ${vector.cols}.`,
      );
    }
    const data = keepsType(config) ? new Float64Array(dim) : new Float32Array(dim);
    const out: Matrix = { rows: 1, cols: dim, data };
    this.project(map, side, vector, out);
    return out;
  }

  /**
   * The vectors of a direction's gallery as they are stored, as numbers, one at a time; undefined where codes depend on the pool, so that
   * they stand for no number by themselves.
   */
  decoded(job: DirectionJob): RowReader | undefined {
    const { keepsCentre, pooledLevels } = QUANTISERS[job.precision];
    if (pooledLevels !== undefined) return undefined;
    const { gallery } = this.pack(job);
    const side = this.at(job.config, job)[SIDES[job.direction].gallery];
    const means = keepsCentre && job.config.centre ? this.kernels.packing.columnMeans(side) : undefined;
    return readerOf(gallery, means);
  }

  /** A direction's queries as numbers, likewise: as they are stored where they are stored as a gallery is, else as they are in their space. */
  decodedQueries(job: DirectionJob): RowReader {
    const { queries } = this.pack(job);
    if (QUANTISERS[job.precision].symmetric) return readerOf(queries);
    const { rows, cols, data } = this.at(job.config, job)[SIDES[job.direction].query];
    return {
      rows,
      cols,
      readRow: (r, out) => {
        out.set(data.subarray(r * cols, (r + 1) * cols));
        return out;
      },
    };
  }

  /** What encodes each pool by itself; undefined where a precision packs the gallery once for all pools. */
  pooledGallery(job: DirectionJob): PooledGallery | undefined {
    return this.pooled.get(packedKey(job), () => {
      const levels = QUANTISERS[job.precision].pooledLevels;
      if (levels === undefined) return undefined;
      const vectors = this.at(job.config, job)[SIDES[job.direction].gallery];
      return { vectors, ranges: rowRanges(vectors), levels };
    });
  }

  private asGiven(dim: number): Sides {
    return this.input.given?.[dim] ?? this.input;
  }

  private cacheOf(space: Space): FifoCache<Sides> {
    return isProjected(space) ? this.projected : this.narrowed;
  }
}

const isProjected = ({ projection }: Space): boolean => projection !== 'none' && projection !== 'given';

const readerOf = (packed: Packed, means?: Float64Array): RowReader => ({
  rows: packed.rows,
  cols: packed.cols,
  readRow: (r, out) => decodeRow(packed, r, out, means),
});
