import type { RankCounts } from '../../kernels/contract/rank';
import { placeGrades } from './place-grades';

/**
 * Counts, for one query, what beats and what ties each relevant item among scored candidates: `scores` has one entry
 * for each candidate, `relevant` names those that are relevant and `grades` says how much so where `out` has room for
 * grades. Writes to out[at …], best relevant item first.
 */
export function countAhead(
  scores: Float32Array | Float64Array,
  candidates: number,
  relevant: Uint32Array,
  out: RankCounts,
  at: number,
  grades: Float32Array | undefined,
): void {
  if (out.grades)
    placeGrades(
      Float64Array.from(relevant, (candidate) => scores[candidate]),
      grades!,
      out.grades,
      at,
    );
  if (relevant.length === 1) {
    countOne(scores, candidates, scores[relevant[0]], out, at);
    return;
  }
  const own = Float64Array.from(relevant, (candidate) => scores[candidate])
    .sort()
    .reverse();
  own.forEach((score, j) => {
    let higher = 0;
    let notWorse = 0;
    for (let i = 0; i < candidates; i++) {
      if (scores[i] > score) higher++;
      if (scores[i] >= score) notWorse++;
    }
    for (const other of own) {
      if (other > score) higher--;
      if (other >= score) notWorse--;
    }
    out.higher[at + j] = higher;
    out.tied[at + j] = notWorse - higher;
  });
}

/** The counts of the only relevant item, which is one of those that have its score. */
function countOne(
  scores: Float32Array | Float64Array,
  candidates: number,
  own: number,
  out: RankCounts,
  at: number,
): void {
  let higher = 0;
  let notWorse = 0;
  for (let i = 0; i < candidates; i++) {
    const score = scores[i];
    if (score > own) higher++;
    if (score >= own) notWorse++;
  }
  out.higher[at] = higher;
  out.tied[at] = notWorse - higher - 1;
}

/** As countAhead, where the candidates are the listed ones and the first `relevant` of them are relevant. */
export function countListed(
  scores: Float32Array | Float64Array,
  list: Uint32Array,
  relevant: number,
  out: RankCounts,
  at: number,
  grades: Float32Array | undefined,
): void {
  if (relevant !== 1) {
    const listed = Float64Array.from(list, (candidate) => scores[candidate]);
    const places = Uint32Array.from({ length: relevant }, (_, place) => place);
    countAhead(listed, listed.length, places, out, at, grades);
    return;
  }
  if (out.grades) placeGrades([scores[list[0]]], grades!, out.grades, at);
  const own = scores[list[0]];
  let higher = 0;
  let notWorse = 0;
  for (let i = 0; i < list.length; i++) {
    const score = scores[list[i]];
    if (score > own) higher++;
    if (score >= own) notWorse++;
  }
  out.higher[at] = higher;
  out.tied[at] = notWorse - higher - 1;
}
