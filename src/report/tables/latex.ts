import type { ResultRow } from '../../sweep/results/result';
import { headingOf, type Column } from '../columns/column';
import { isText, paperCells, UNSEEN_NOTE, type PaperCell } from './paper-cells';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '→': '$\\to$',
  Δ: '$\\Delta$',
  '○': '$\\circ$',
  '±': '$\\pm$',
  '−': '$-$',
  '–': '--',
  '\u202f': '\\,',
  '\u00a0': '~',
};

/** Text as LaTeX sets it, character by character. */
const escaped = (text: string): string =>
  text.replace(/[\\~^→Δ○±−–\u202f\u00a0]|[&%$#_{}]/g, (one) => SPECIAL[one] ?? `\\${one}`);

const cellOf = ({ text, half, unseen }: PaperCell): string =>
  half === undefined ? escaped(text) : `${unseen ? `${SPECIAL['○']} ` : ''}$${text} \\pm ${half}$`;

/** Rows as a LaTeX table with booktabs' rules: text to the left, numbers to the right; below it what a mark means, where there is one. */
export function latexTable(
  columns: readonly Column[],
  all: readonly Column[],
  rows: readonly ResultRow[],
): string {
  const alignment = columns.map((column) => (isText(column) ? 'l' : 'r')).join('');
  const line = (cells: readonly string[]) => `  ${cells.join(' & ')} \\\\`;
  const cells = rows.map((row) => paperCells(columns, all, row));
  return [
    '% \\usepackage{booktabs}',
    `\\begin{tabular}{${alignment}}`,
    '  \\toprule',
    line(columns.map((column) => escaped(headingOf(column)))),
    '  \\midrule',
    ...cells.map((ofRow) => line(ofRow.map(cellOf))),
    '  \\bottomrule',
    '\\end{tabular}',
    ...(cells.flat().some(({ unseen }) => unseen)
      ? [`\\par\\smallskip{\\footnotesize ${escaped(UNSEEN_NOTE)}\\par}`]
      : []),
    '',
  ].join('\n');
}
