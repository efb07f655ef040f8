import type { ResultRow } from '../../sweep/results/result';
import { FORMULA } from '../files/csv';
import { isInPoints, type Column } from '../columns/column';

/** Text without what ends a cell or a line, and harmless to spreadsheets, as in CSV files. */
const cellText = (value: string): string =>
  `${FORMULA.test(value) ? "'" : ''}${value.replace(/[\t\r\n]+/g, ' ')}`;

/** A share in points, without the digits that only the multiplication adds. */
const inPoints = (share: number): number => Number((100 * share).toPrecision(15));

/** Rows as spreadsheets take them from the clipboard: headings, then numbers in full, in the unit that the heading names; nothing where there is none. */
export function tsvTable(columns: readonly Column[], rows: readonly ResultRow[]): string {
  const cellOf = (column: Column, row: ResultRow): string => {
    const value = column.value(row);
    if (value === null || Number.isNaN(value)) return '';
    if (typeof value === 'string') return cellText(value);
    return String(isInPoints(column) ? inPoints(value) : value);
  };
  return [
    columns.map(({ label }) => cellText(label)),
    ...rows.map((row) => columns.map((column) => cellOf(column, row))),
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}
