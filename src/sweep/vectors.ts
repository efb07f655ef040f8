import type { Packed } from '../compress/packed';
import { PROJECTIONS_BY_NAME } from '../compress/projections';
import type { QuantiserOptions } from '../compress/quantiser';
import { QUANTISERS } from '../compress/quantisers';
import type { Matrix } from '../math/matrix';
import type { SweepConfig } from './config';
import type { Direction, EvaluationInput, Sides } from './input';
import { SIDES } from './input';
import type { Job } from './job';

/** One direction's vectors, ready to be scored. */
export interface PackedPair {
  readonly queries: Packed;
  readonly gallery: Packed;
  /** The gallery before it was packed. */
  readonly source: Matrix;
}

/** Keeps the last answer of a function and gives it again as long as the key stays the same. */
function lastOnly<T>(): (key: string, make: () => T) => T {
  let last: { key: string; value: T } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}

function optionsOf({ calibration, centre, query, pools }: SweepConfig): QuantiserOptions {
  return { calibration, centre, query, keepType: pools === 'reference' };
}

/**
 * The vectors of an input at any dimension and precision. The last of each kind is kept, so a sweep that goes
 * through precisions within dimensions projects nothing twice.
 */
export class Vectors {
  private readonly input: EvaluationInput;
  private readonly fits = lastOnly<(dim: number) => Sides>();
  private readonly projected = lastOnly<Sides>();
  private readonly packed = {
    textToImage: lastOnly<PackedPair>(),
    imageToText: lastOnly<PackedPair>(),
  };
  private readonly poolPackers = lastOnly<((rows: Uint32Array) => Packed) | undefined>();

  constructor(input: EvaluationInput) {
    this.input = input;
  }

  /** Both sides at a dimension: as given in a file, or projected. */
  at(dim: number, { projection, dims }: SweepConfig): Sides {
    const { text, image, given } = this.input;
    if (given) return given[dim];
    const key = JSON.stringify([projection, dims]);
    return this.projected(key + dim, () =>
      this.fits(key, () => PROJECTIONS_BY_NAME[projection].fit(text, image, dims))(dim),
    );
  }

  /** One direction's queries and gallery as they are stored. */
  pack({ config, dim, precision }: Job, direction: Direction): PackedPair {
    const key = JSON.stringify([config, dim, precision]);
    return this.packed[direction](key, () => {
      const sides = this.at(dim, config);
      const source = sides[SIDES[direction].gallery];
      const options = optionsOf(config);
      const gallery = QUANTISERS[precision].gallery(source, options);
      const queries = QUANTISERS[precision].queries(sides[SIDES[direction].query], gallery, options);
      return { queries, gallery, source };
    });
  }

  /** What packs a pool of the gallery by itself; undefined where a precision packs the gallery once for all. */
  poolPacker(job: Job, direction: Direction): ((rows: Uint32Array) => Packed) | undefined {
    return this.poolPackers(JSON.stringify([job, direction]), () =>
      QUANTISERS[job.precision].pooled?.(this.pack(job, direction).source),
    );
  }
}
