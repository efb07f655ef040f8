import type { Packed } from '../../compress/packed';
import type { Kernels } from '../../kernels/contract/kernels';

/** Queries and the gallery they are scored on. */
export interface PackedSides {
  readonly queries: Packed;
  readonly gallery: Packed;
}

/** A finer format that scores the best of each query again. */
export interface Rescoring extends PackedSides {
  /** How many of a query's best candidates; all that tie with the last of them are taken along. */
  readonly best: number;
}

/**
 * Scores of queries from … to − 1 on the whole gallery: a row for each, all numbers that order its candidates.
 * @param own the gallery row that each query is, whose score is −∞; below 0 for none
 */
export function scoreRows(
  kernels: Kernels,
  { queries, gallery }: PackedSides,
  rescoring: Rescoring | undefined,
  from: number,
  to: number,
  own?: Int32Array,
): Float32Array | Float64Array {
  const scores = scoresOf(kernels, { queries, gallery }, rescoring, from, to);
  for (let q = from; own && q < to; q++) {
    if (own[q] >= 0) scores[(q - from) * gallery.rows + own[q]] = -Infinity;
  }
  return scores;
}

function scoresOf(
  kernels: Kernels,
  { queries, gallery }: PackedSides,
  rescoring: Rescoring | undefined,
  from: number,
  to: number,
): Float32Array | Float64Array {
  const coarse = kernels.scores(
    { packed: queries, from, to },
    { packed: gallery, from: 0, to: gallery.rows },
  );
  if (!rescoring) return coarse;
  const fine = kernels.scores(
    { packed: rescoring.queries, from, to },
    { packed: rescoring.gallery, from: 0, to: gallery.rows },
  );
  const out = new Float64Array(coarse.length);
  for (let at = 0; at < coarse.length; at += gallery.rows) {
    const row = (scores: Float32Array) => scores.subarray(at, at + gallery.rows);
    rescore(row(coarse), row(fine), rescoring.best, out.subarray(at, at + gallery.rows));
  }
  return out;
}

/** More than any score there is; a whole coarse score less it is exact in double precision. */
const BEHIND = 2 ** 40;

/**
 * The candidates with the `best` highest coarse scores, and all that tie with the last of them, in the order of their fine
 * scores; then the others in the order of their coarse ones, which are whole numbers.
 */
export function rescore(coarse: Float32Array, fine: Float32Array, best: number, out: Float64Array): void {
  const least = coarse.length > best ? coarse.slice().sort()[coarse.length - best] : -Infinity;
  for (let i = 0; i < out.length; i++) out[i] = coarse[i] >= least ? fine[i] : coarse[i] - BEHIND;
}
