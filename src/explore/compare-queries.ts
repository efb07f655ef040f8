import type { Qrels } from '../kernels/contract/qrels';
import { queryHits } from '../retrieval/metrics/query-hits';
import { drawOf } from '../retrieval/pools/draw-of';
import { NO_RELEVANT, type FirstRanks } from '../retrieval/ranks/first-relevant';

/** Ranks of one direction, and the pool size that they were counted in; Infinity for the whole gallery. */
export interface CountedRanks {
  readonly pool: number;
  readonly ranks: FirstRanks;
}

/** What became of each query of one direction from one cell, A, to another, B. */
export interface QueryComparison {
  /** For each query the chance that a relevant item is among its first K; NaN where it has none. */
  readonly hits: { readonly a: Float64Array; readonly b: Float64Array };
  /** For each query the expected rank of its first relevant item in the pool, 1 = best; NaN where it has none. */
  readonly rank: { readonly a: Float64Array; readonly b: Float64Array };
  /** Queries that B finds less often than A, more often, and as often. */
  readonly lost: number;
  readonly won: number;
  readonly same: number;
  /** The sum of what B finds less often, and of what it finds more often: won − lost over all queries is the difference of Recall@K. */
  readonly lostHits: number;
  readonly wonHits: number;
}

/** Chances that differ by less are the same: they are sums of products in double precision. */
const SAME = 1e-12;

export type Outcome = 'lost' | 'won' | 'same' | 'not asked';

/** What became of a query. */
export function outcomeOf({ hits }: Pick<QueryComparison, 'hits'>, query: number): Outcome {
  const change = hits.b[query] - hits.a[query];
  if (Number.isNaN(change)) return 'not asked';
  if (Math.abs(change) < SAME) return 'same';
  return change < 0 ? 'lost' : 'won';
}

/**
 * Compares the queries of two cells in pools of a size, within the first k.
 * @param size candidates in a pool; Infinity for the whole gallery
 */
export function compareQueries(
  a: CountedRanks,
  b: CountedRanks,
  qrels: Pick<Qrels, 'gallery' | 'offsets'>,
  size: number,
  k: number,
): QueryComparison {
  const of = ({ pool, ranks }: CountedRanks) => {
    const draw = drawOf(pool, size, qrels.gallery);
    return { hits: queryHits(ranks, qrels, draw, k), rank: expectedRanks(ranks, qrels, draw) };
  };
  const [ofA, ofB] = [of(a), of(b)];
  const hits = { a: ofA.hits, b: ofB.hits };
  const sums = { lost: 0, won: 0, same: 0, lostHits: 0, wonHits: 0 };
  for (let query = 0; query < hits.a.length; query++) {
    const outcome = outcomeOf({ hits }, query);
    if (outcome === 'not asked') continue;
    sums[outcome]++;
    if (outcome === 'lost') sums.lostHits += hits.a[query] - hits.b[query];
    if (outcome === 'won') sums.wonHits += hits.b[query] - hits.a[query];
  }
  return { hits, rank: { a: ofA.rank, b: ofB.rank }, ...sums };
}

/** The expected rank of each query's first relevant item; NaN where it has none. */
function expectedRanks(
  { higher, tied, sharing }: FirstRanks,
  { offsets }: Pick<Qrels, 'offsets'>,
  draw: ReturnType<typeof drawOf>,
): Float64Array {
  return Float64Array.from(higher, (ahead, q) => {
    if (ahead === NO_RELEVANT) return NaN;
    const { drawn, negatives } = draw(offsets[q + 1] - offsets[q]);
    const tiedAhead = tied[q] / ((sharing?.[q] ?? 1) + 1);
    return 1 + (drawn / Math.max(negatives, 1)) * (ahead + tiedAhead);
  });
}
