import { PRECISIONS, type Precision } from '../../protocol/compression';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import { compareSpaces } from '../formats/spaces';

/** What rows have: the finest precision first, the smallest dimension first. */
export interface Present {
  readonly precisions: readonly Precision[];
  readonly spaces: readonly Space[];
}

export function presentIn(rows: readonly ResultRow[]): Present {
  const spaces = new Map(
    rows.map(({ dim, projection }) => [spaceKey({ dim, projection }), { dim, projection }]),
  );
  return {
    precisions: PRECISIONS.filter((one) => rows.some(({ precision }) => precision === one)),
    spaces: [...spaces.values()].sort(compareSpaces),
  };
}

/** The rows of which neither the precision nor the key of the space is hidden. */
export const notHidden = (rows: readonly ResultRow[], hidden: ReadonlySet<string>): readonly ResultRow[] =>
  hidden.size === 0 ? rows : rows.filter((row) => !hidden.has(row.precision) && !hidden.has(spaceKey(row)));
