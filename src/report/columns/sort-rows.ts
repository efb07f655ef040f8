import { wordsOf } from '../../lib/words';
import type { ResultRow } from '../../sweep/results/result';
import { textOf, type Column } from './column';
import { sortKey } from './table-columns';

/** A column by its key, and whether its largest value comes first. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** What a column is sorted by when it is asked for again: descending first, then ascending, then as computed. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, descending: true };
  return sort.descending ? { key, descending: false } : null;
}

/** Rows by a column, those without a number last; rows that are equal in it keep their order. */
export function sortRows(rows: readonly ResultRow[], column: Column, descending: boolean): ResultRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sortKey(column, a), sortKey(column, b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** Rows in whose cells' names all of these words occur: "int4 512". */
export function filterRows(
  rows: readonly ResultRow[],
  names: readonly Column[],
  words: string,
): readonly ResultRow[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const parts = names.flatMap((column) => [textOf(column, row), String(column.value(row))]);
    const own = wordsOf(parts.join(' '));
    return wanted.every((word) => own.some((part) => part.startsWith(word)));
  });
}
