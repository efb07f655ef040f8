import type { Direction } from '../../protocol/direction';
import type { Difference, ResultRow } from '../../sweep/results/result';
import type { RunOfCells } from './against';
import { recallChange } from './recall-change';

/** As `recallChange`, from one row to another; each change is worked out once. */
export function rowChange(
  run: Omit<RunOfCells, 'rows'>,
  direction: Direction | 'both',
  kIndex: number,
): (from: ResultRow, to: ResultRow) => Difference | null {
  const change = recallChange(run, direction, kIndex);
  const known = new Map<string, Difference | null>();
  return (from, to) => {
    const key = `${from.experiment} ${to.experiment}`;
    if (!known.has(key)) known.set(key, change(inPool(from), inPool(to)));
    return known.get(key) ?? null;
  };
}

const inPool = ({ dim, projection, precision, candidateSize, wholeGallery }: ResultRow) => ({
  dim,
  projection,
  precision,
  size: wholeGallery ? Infinity : candidateSize,
});
