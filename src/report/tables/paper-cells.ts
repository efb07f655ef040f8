import type { ResultRow } from '../../sweep/results/result';
import { bareTextOf, type Column } from '../columns/column';

/** A cell as papers print it: a number, half its interval where it has one, or a text. */
export interface PaperCell {
  readonly text: string;
  /** Absent where there is no interval. */
  readonly half?: string;
}

/** Per cent and points have one decimal, as papers write them. */
const percentOf = (share: number): string => (100 * share).toFixed(1).replace(/^-(?=0\.0$)/, '');

/**
 * The cells of a row: shares and differences in per cent with half the width of their 95 % interval, where a column of its bounds is
 * among all; everything else as the table shows it.
 * @param all every column there is, among which bounds are looked for by key
 */
export function paperCells(columns: readonly Column[], all: readonly Column[], row: ResultRow): PaperCell[] {
  const numberOf = (key: string): number | null => {
    const value = all.find((column) => column.key === key)?.value(row);
    return typeof value === 'number' && !Number.isNaN(value) ? value : null;
  };
  return columns.map((column) => {
    const value = column.value(row);
    const isPercent = column.unit === 'share' && typeof value === 'number' && !Number.isNaN(value);
    if (!isPercent) return { text: bareTextOf(column, row) };
    const [low, high] = [numberOf(`${column.key}_low`), numberOf(`${column.key}_high`)];
    const text = percentOf(value);
    return low === null || high === null ? { text } : { text, half: percentOf((high - low) / 2) };
  });
}

/** Columns of text, which stands to the left; numbers stand to the right. */
export const isText = ({ key }: Column): boolean => key === 'embedding_dim' || key === 'precision';
