import { useEffect, useState } from 'react';
import type { Direction } from '../../protocol/direction';
import { searchRun } from '../../state/vectors/searches';
import type { QueryRanks } from '../../sweep/results/query-ranks';

/** How many queries are looked at; each is a search. */
const MOST = 500;

/** Of some queries, those whose first item under a cell is perhaps right too. */
export interface PerhapsRight {
  readonly looked: number;
  readonly found: number;
}

/** Searches for queries one after the other; null until all are looked at, and where they cannot be searched for. */
export function usePerhapsRight(
  { dim, projection, precision }: QueryRanks,
  direction: Direction,
  queries: Uint32Array,
): PerhapsRight | null {
  const [counted, setCounted] = useState<(PerhapsRight & { readonly of: Uint32Array }) | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const count = async () => {
      let found = 0;
      const looked = queries.subarray(0, MOST);
      for (const query of looked) {
        const first = await searchRun({ dim, projection, precision, direction, query, k: 1 });
        if (!isCurrent) return;
        if (first.alsoRight[0]) found++;
      }
      setCounted({ looked: looked.length, found, of: queries });
    };
    // The lists say why a search fails.
    count().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [dim, projection, precision, direction, queries]);
  return counted?.of === queries ? counted : null;
}
