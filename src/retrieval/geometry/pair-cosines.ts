import { relevantTo, type Qrels } from '../../kernels/contract/qrels';
import { boundedInteger, type WordSource } from '../../math/random/bounded';
import { dot } from '../../math/matrix';
import type { RowReader } from './row-reader';

/** Bins of a histogram of cosines, equally wide from −1 to 1; the last one takes 1 too. */
export const COSINE_BINS = 100;

/** The cosines of many pairs. */
export interface CosineSummary {
  readonly pairs: number;
  readonly mean: number;
  /** Their standard deviation, dividing by their number. */
  readonly deviation: number;
  /** Pairs in each of the COSINE_BINS bins. */
  readonly histogram: Uint32Array;
}

/** Cosines of queries with their relevant gallery items, and with as many that are not. */
export interface PairCosines {
  readonly right: CosineSummary;
  readonly wrong: CosineSummary;
}

class Tally {
  private readonly histogram = new Uint32Array(COSINE_BINS);
  private pairs = 0;
  private sum = 0;
  private squares = 0;

  add(cosine: number): void {
    const bin = Math.floor(((cosine + 1) / 2) * COSINE_BINS);
    this.histogram[Math.min(Math.max(bin, 0), COSINE_BINS - 1)]++;
    this.pairs++;
    this.sum += cosine;
    this.squares += cosine * cosine;
  }

  summary(): CosineSummary {
    const { pairs, histogram } = this;
    const mean = this.sum / pairs;
    return { pairs, mean, deviation: Math.sqrt(Math.max(this.squares / pairs - mean * mean, 0)), histogram };
  }
}

/**
 * Cosines of each query with all its relevant gallery items, and for each of these with an item drawn from those
 * that are neither relevant nor the query itself. Queries to whom every item is relevant are left out. Vectors without length
 * have the cosine 0 with all.
 * @param words what the other items are drawn by
 * @param own the gallery row that each query is; below 0 for none
 */
export function pairCosines(
  queries: RowReader,
  gallery: RowReader,
  qrels: Qrels,
  words: WordSource,
  own?: Int32Array,
): PairCosines {
  const right = new Tally();
  const wrong = new Tally();
  const query = new Float64Array(queries.cols);
  const item = new Float64Array(gallery.cols);
  for (let q = 0; q < qrels.queries; q++) {
    const relevant = relevantTo(qrels, q);
    const excluded = new Set(relevant);
    if (own && own[q] >= 0) excluded.add(own[q]);
    if (excluded.size >= qrels.gallery) continue;
    queries.readRow(q, query);
    const squared = dot(query, query);
    const cosineWith = (one: number): number => {
      const vector = gallery.readRow(one, item);
      return dot(query, vector) / (Math.sqrt(squared * dot(vector, vector)) || 1);
    };
    for (const one of relevant) {
      right.add(cosineWith(one));
      let other = boundedInteger(words, qrels.gallery - 1);
      while (excluded.has(other)) other = boundedInteger(words, qrels.gallery - 1);
      wrong.add(cosineWith(other));
    }
  }
  return { right: right.summary(), wrong: wrong.summary() };
}

/** How many standard deviations lie between right and wrong pairs: d′ = (mean right − mean wrong) / √((var right + var wrong) / 2). */
export const separation = ({ right, wrong }: PairCosines): number =>
  (right.mean - wrong.mean) / Math.sqrt((right.deviation ** 2 + wrong.deviation ** 2) / 2);
