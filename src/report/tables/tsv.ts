import type { ResultRow } from '../../sweep/results/result';
import { FORMULA } from '../files/csv';
import type { Column } from '../columns/column';

/** Text without what ends a cell or a line, and harmless to spreadsheets, as in CSV files. */
const cellText = (value: string): string =>
  `${FORMULA.test(value) ? "'" : ''}${value.replace(/[\t\r\n]+/g, ' ')}`;

/** Rows as spreadsheets take them from the clipboard: headings, then numbers in full; nothing where there is none. */
export function tsvTable(columns: readonly Column[], rows: readonly ResultRow[]): string {
  const cellOf = (value: string | number | null): string => {
    if (value === null || Number.isNaN(value)) return '';
    return typeof value === 'number' ? String(value) : cellText(value);
  };
  return [
    columns.map(({ label }) => cellText(label)),
    ...rows.map((row) => columns.map((column) => cellOf(column.value(row)))),
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}
