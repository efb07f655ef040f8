import type { ResultRow } from '../../sweep/results/result';
import { headingOf, type Column } from '../columns/column';
import { isText, paperCells, type PaperCell } from './paper-cells';

/** Text that neither ends a cell nor begins markup. */
const escaped = (text: string): string => text.replace(/[\\|*_`<>[\]]/g, '\\$&').replace(/[\r\n]+/g, ' ');

const cellOf = ({ text, half }: PaperCell): string =>
  escaped(half === undefined ? text : `${text} ± ${half}`);

/** Rows as a table of GitHub's Markdown: text to the left, numbers to the right. */
export function markdownTable(
  columns: readonly Column[],
  all: readonly Column[],
  rows: readonly ResultRow[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escaped(headingOf(column)))),
    line(columns.map((column) => (isText(column) ? ':--' : '--:'))),
    ...rows.map((row) => line(paperCells(columns, all, row).map(cellOf))),
    '',
  ].join('\n');
}
