import type { ResultRow } from '../../sweep/results/result';
import { headingOf, type Column } from '../columns/column';
import { isText, paperCells, UNSEEN_NOTE, type PaperCell } from './paper-cells';

/** Text that neither ends a cell nor begins markup. */
const escaped = (text: string): string => text.replace(/[\\|*_`<>[\]]/g, '\\$&').replace(/[\r\n]+/g, ' ');

const cellOf = ({ text, half, unseen }: PaperCell): string =>
  escaped(half === undefined ? text : `${unseen ? '○ ' : ''}${text} ± ${half}`);

/** Rows as a table of GitHub's Markdown: text to the left, numbers to the right; below it what a mark means, where there is one. */
export function markdownTable(
  columns: readonly Column[],
  all: readonly Column[],
  rows: readonly ResultRow[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cells = rows.map((row) => paperCells(columns, all, row));
  return [
    line(columns.map((column) => escaped(headingOf(column)))),
    line(columns.map((column) => (isText(column) ? ':--' : '--:'))),
    ...cells.map((ofRow) => line(ofRow.map(cellOf))),
    ...(cells.flat().some(({ unseen }) => unseen) ? ['', UNSEEN_NOTE] : []),
    '',
  ].join('\n');
}
