import { expect, test } from 'vitest';
import { countAhead, newCounts } from '../retrieval/rank';
import { negativesOnly } from './negatives';

/** Counts over all rows, relevant or not, for each relevant item as listed. */
function tallyOf(scores: Float32Array, relevant: Uint32Array) {
  const own = Float32Array.from(relevant, (row) => scores[row]);
  const ahead = Uint32Array.from(
    [...own].flatMap((score) => [
      scores.filter((x) => x > score).length,
      scores.filter((x) => x === score).length,
    ]),
  );
  return { own, ahead };
}

test('counts over the gallery less the relevant items are the counts over negatives, best item first', () => {
  const scores = Float32Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9);
  for (const relevant of [[5], [3, 1], [0, 4, 8, 9], [6, 12, 14, 5, 2]].map((rows) =>
    Uint32Array.from(rows),
  )) {
    const expected = newCounts(relevant.length);
    countAhead(scores, scores.length, relevant, expected, 0);
    const offsets = Uint32Array.of(0, relevant.length);
    expect(negativesOnly(offsets, tallyOf(scores, relevant))).toEqual(expected);
  }
});

test('each query has its own items, and may have none', () => {
  const tally = { own: Float32Array.of(1, 2, 5), ahead: Uint32Array.of(4, 3, 2, 1, 0, 1) };
  const counts = negativesOnly(Uint32Array.of(0, 2, 2, 3), tally);
  expect(counts).toEqual({ better: Uint32Array.of(2, 3, 0), tied: Uint32Array.of(0, 2, 0) });
});
