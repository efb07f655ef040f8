import { PRECISIONS, type Precision } from '../../protocol/compression';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import { distinctSpaces } from '../formats/spaces';

/** What rows have: the finest precision first, the smallest dimension first. */
export interface Present {
  readonly precisions: readonly Precision[];
  readonly spaces: readonly Space[];
}

export function presentIn(rows: readonly ResultRow[]): Present {
  return {
    precisions: PRECISIONS.filter((one) => rows.some(({ precision }) => precision === one)),
    spaces: distinctSpaces(rows),
  };
}

/** The rows of which neither the precision nor the key of the space is hidden. */
export const notHidden = (rows: readonly ResultRow[], hidden: ReadonlySet<string>): readonly ResultRow[] =>
  hidden.size === 0 ? rows : rows.filter((row) => !hidden.has(row.precision) && !hidden.has(spaceKey(row)));
