import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import { columns } from '../columns/columns';
import type { Column } from '../columns/column';
import { cellColumns } from '../columns/table-columns';
import { latexTable } from './latex';
import { markdownTable } from './markdown';
import { tsvTable } from './tsv';

const all = columns([10], TEXT_AND_IMAGE);
const named = (key: string): Column => all.find((column) => column.key === key)!;
const shown = [
  ...cellColumns([10]),
  named('t2v_recall@10'),
  named('t2v_recall@10_difference'),
  named('bytes_per_vector'),
];
const differing = (mean: number, half: number) =>
  measuredRow({}, { mean: 1, margin: 0, difference: [{ mean, low: mean - half, high: mean + half }] });
const rows = [
  measuredRow(
    { dim: 256, precision: 'int4', candidateSize: 1000, wholeGallery: true },
    {
      mean: 0.9532,
      margin: 0.0121,
      perVector: 130,
      difference: [{ mean: -0.0178, low: -0.0218, high: -0.0138 }],
    },
  ),
  measuredRow({}, { mean: 1, margin: 0 }),
];

test('LaTeX: per cent with one decimal and half the interval, symbols that LaTeX has its own for', () => {
  expect(latexTable(shown, all, rows).split('\n')).toEqual([
    '% \\usepackage{booktabs}',
    '\\begin{tabular}{llrrrr}',
    '  \\toprule',
    '  Dimension & Precision & Pool & R@10 t$\\to$i (\\%) & $\\Delta$ R@10 points t$\\to$i & Bytes/vector \\\\',
    '  \\midrule',
    '  256 random & int4 & all 1\\,000 & $95.3 \\pm 1.2$ & $-1.8 \\pm 0.4$ & 130 \\\\',
    '  512 & fp16 & 100 & $100.0 \\pm 0.0$ & -- & 1\\,000 \\\\',
    '  \\bottomrule',
    '\\end{tabular}',
    '',
  ]);
});

test('Markdown: the same numbers; what would be markup is escaped', () => {
  expect(markdownTable(shown, all, rows).split('\n')).toEqual([
    '| Dimension | Precision | Pool | R@10 t→i (%) | Δ R@10 points t→i | Bytes/vector |',
    '| :-- | :-- | --: | --: | --: | --: |',
    '| 256 random | int4 | all 1\u202f000 | 95.3 ± 1.2 | -1.8 ± 0.4 | 130 |',
    '| 512 | fp16 | 100 | 100.0 ± 0.0 | – | 1 000 |',
    '',
  ]);
  const odd: Column = { ...named('precision'), label: 'a|b', value: () => '*x* | <b>\n' };
  expect(markdownTable([odd], all, rows.slice(0, 1)).split('\n').at(2)).toBe('| \\*x\\* \\| \\<b\\>  |');
});

test('a difference that is not seen is marked, which a line below explains', () => {
  const difference = [named('t2v_recall@10_difference')];
  const unseen = [differing(-0.01, 0.012), differing(-0.02, 0.004)];
  expect(latexTable(difference, all, unseen).split('\n').slice(5)).toEqual([
    '  $\\circ$ $-1.0 \\pm 1.2$ \\\\',
    '  $-2.0 \\pm 0.4$ \\\\',
    '  \\bottomrule',
    '\\end{tabular}',
    '\\par\\smallskip{\\footnotesize $\\circ$ no difference seen: the 95 \\% interval covers 0.\\par}',
    '',
  ]);
  expect(markdownTable(difference, all, unseen).split('\n').slice(2)).toEqual([
    '| ○ -1.0 ± 1.2 |',
    '| -2.0 ± 0.4 |',
    '',
    '○ no difference seen: the 95 % interval covers 0.',
    '',
  ]);
});

test.each([
  [-0.0001, 0.0004, '○ -0.01 ± 0.04'],
  [0.0012, 0.0004, '0.12 ± 0.04'],
  [-0.0001, 0.004, '○ 0.0 ± 0.4'],
  [0, 0, '○ 0.0 ± 0.0'],
])('a difference of %d ± %d has the decimals that its interval needs: %s', (mean, half, text) => {
  const [, , cell] = markdownTable([named('t2v_recall@10_difference')], all, [differing(mean, half)]).split(
    '\n',
  );
  expect(cell).toBe(`| ${text} |`);
});

test('every number of a spreadsheet is in the unit of its heading', () => {
  const [row] = rows;
  const [names, cells] = tsvTable(all, [row])
    .split('\n')
    .map((line) => line.split('\t'));
  const differences = all.filter(({ label }) => label.includes('points'));
  expect(differences.length).toBeGreaterThan(0);
  for (const column of all) {
    const value = column.value(row);
    if (typeof value !== 'number' || Number.isNaN(value)) continue;
    const factor = column.label.includes('points') ? 100 : 1;
    const written = cells[names.indexOf(column.label)];
    expect(Number(written), column.label).toBeCloseTo(factor * value, 12);
  }
  for (const { label, unit } of all) {
    if (/bytes/i.test(label)) expect(unit).toBe('bytes');
    if (/^MB/.test(label)) expect(unit).toBe('MB');
  }
});

test('for spreadsheets: every number in full, nothing where there is none', () => {
  const [head, first, second] = tsvTable(shown, rows).split('\n');
  expect(head).toBe('Dimension\tPrecision\tPool\tR@10 t→i\tΔ R@10 points t→i\tBytes/vector');
  expect(first).toBe('256\tint4\t1000\t0.9532\t-1.78\t130');
  expect(second).toBe('512\tfp16\t100\t1\t\t1000');
  const odd: Column = { ...named('precision'), value: () => '=1+1\tx' };
  expect(tsvTable([odd], rows.slice(0, 1)).split('\n').at(1)).toBe("'=1+1 x");
});
