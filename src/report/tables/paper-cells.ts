import { excludesZero, type ResultRow } from '../../sweep/results/result';
import { bareTextOf, isInPoints, type Column } from '../columns/column';
import { decimalsOf } from '../formats/format';

/** A cell as papers print it: a number, half its interval where it has one, or a text. */
export interface PaperCell {
  readonly text: string;
  /** Absent where there is no interval. */
  readonly half?: string;
  /** Whether it is a difference whose interval covers 0, which tables mark with ○. */
  readonly unseen?: boolean;
}

/** What papers say below a table that marks a cell. */
export const UNSEEN_NOTE = '○ no difference seen: the 95 % interval covers 0.';

/** A share in hundredths with so many decimals; no sign where all digits are 0. */
const hundredths = (share: number, decimals: number): string =>
  (100 * share).toFixed(decimals).replace(/^-(?=0\.0+$)/, '');

/**
 * The cells of a row: shares and differences in per cent with half the width of their 95 % interval, where a column of its bounds is
 * among all; everything else as the table shows it. Per cent and points have one decimal, as papers write them, and a second where one
 * would show half the interval as 0.0.
 * @param all every column there is, among which bounds are looked for by key
 */
export function paperCells(columns: readonly Column[], all: readonly Column[], row: ResultRow): PaperCell[] {
  const numberOf = (key: string): number | null => {
    const value = all.find((column) => column.key === key)?.value(row);
    return typeof value === 'number' && !Number.isNaN(value) ? value : null;
  };
  return columns.map((column) => {
    const mean = column.value(row);
    const isPercent = column.unit === 'share' && typeof mean === 'number' && !Number.isNaN(mean);
    if (!isPercent) return { text: bareTextOf(column, row) };
    const [low, high] = [numberOf(`${column.key}_low`), numberOf(`${column.key}_high`)];
    if (low === null || high === null) return { text: hundredths(mean, decimalsOf(mean)) };
    const half = (high - low) / 2;
    const decimals = decimalsOf(half);
    return {
      text: hundredths(mean, decimals),
      half: hundredths(half, decimals),
      ...(isInPoints(column) && !excludesZero({ mean, low, high }) && { unseen: true }),
    };
  });
}

/** Columns of text, which stands to the left; numbers stand to the right. */
export const isText = ({ key }: Column): boolean => key === 'embedding_dim' || key === 'precision';
