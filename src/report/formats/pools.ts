import type { ResultRow } from '../../sweep/results/result';
import { count } from './format';

/** A pool as rows have it. */
export type Pool = Pick<ResultRow, 'candidateSize' | 'wholeGallery'>;

/** A pool as tables and buttons have room for: 500, all 5 000. */
export const poolName = ({ candidateSize, wholeGallery }: Pool): string =>
  `${wholeGallery ? 'all ' : ''}${count(candidateSize)}`;

/** A pool in a sentence: pools of 500, the whole gallery. */
export const poolInWords = ({ candidateSize, wholeGallery }: Pool): string =>
  wholeGallery ? 'the whole gallery' : `pools of ${count(candidateSize)}`;

/** The different pools of rows, from the smallest to the largest. */
export function poolsOf(rows: readonly ResultRow[]): Pool[] {
  const bySize = new Map(
    rows.map(({ candidateSize, wholeGallery }) => [candidateSize, { candidateSize, wholeGallery }]),
  );
  return [...bySize.values()].sort((a, b) => a.candidateSize - b.candidateSize);
}
