import { expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { measuredRow } from '../../../tests/support/rows';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { sideNamesOf, TEXT_AND_IMAGE } from '../../protocol/side-names';
import { textOf } from './column';
import { columns } from './columns';
import { cellColumns, columnsToChoose, printedColumns, tableColumns } from './table-columns';

const measured = { mean: 0.9, margin: 0.1, atSecondK: 0.6, imageToText: 0.5 };
const shown = { directions: ['textToImage'], ks: [1, 5], k: 1, sides: TEXT_AND_IMAGE } as const;
const labels = (...args: Parameters<typeof tableColumns>) => tableColumns(...args).map(({ label }) => label);
const cell = (given: Parameters<typeof tableColumns>[0], label: string) =>
  textOf(
    tableColumns(given).find((column) => column.label === label)!,
    given.rows[0],
  );

test('recall is shown of both directions, the rest of the directions asked for', () => {
  const rows = [measuredRow({}, measured)];
  expect(labels({ ...shown, rows })).toEqual([
    'Bytes/vector',
    'R@1 t→i',
    'R@1 i→t',
    'Median rank t→i',
    'MRR t→i',
    'NDCG@1 t→i',
  ]);
  expect(labels({ ...shown, rows, directions: ['imageToText'] })).toContain('Median rank i→t');
  expect(cell({ ...shown, rows }, 'R@1 i→t')).toBe('50.0 %');
});

test('metrics that count every right item are columns only where a query has several', async () => {
  const every = ['R share@1 i→t', 'R-Precision i→t', 'mAP@R i→t'];
  const of = async (texts: number) => {
    const rows = await rowsOf(madeUpInput(texts, 10, 4), configOf({ ks: [1, 5], candidateSizes: ['all'] }));
    return labels({ ...shown, rows, directions: ['textToImage', 'imageToText'] });
  };
  const [several, one] = [await of(20), await of(10)].map((all) =>
    all.filter((label) => /share|R-Prec|mAP/.test(label)),
  );
  expect(several).toEqual(every);
  expect(one).toEqual([]);
});

test('labels and titles use the words of the run, keys stay', () => {
  const texts = columns([1], sideNamesOf('text', 'text'));
  expect(texts.map(({ key }) => key)).toEqual(columns([1]).map(({ key }) => key));
  const said = texts.map(({ label, title }) => `${label} ${title}`).join(' ');
  expect(said).toContain('R@1 q→c Recall@1, query text→corpus text');
  expect(said).not.toMatch(/image|t→i/i);
});

test('another K shows its own values', () => {
  expect(cell({ ...shown, rows: [measuredRow({}, measured)], k: 5 }, 'R@5 t→i')).toBe('60.0 %');
});

test('ties are a column only where a row has more than 0.5 % of them', () => {
  const tied = (tiedShare: number) =>
    labels({ ...shown, rows: [measuredRow({}, { ...measured, tiedShare })] });
  expect(tied(0.005)).not.toContain('Tied t→i');
  expect(tied(0.006)).toContain('Tied t→i');
});

test('a paired difference is points ± half its interval, with ○ where the interval covers 0', () => {
  const of = (low: number, high: number) => {
    const difference = [{ mean: (low + high) / 2, low, high }];
    return cell({ ...shown, rows: [measuredRow({}, { ...measured, difference })] }, 'Δ R@1 points t→i');
  };
  expect(of(-0.022, -0.014)).toBe('−1.8 ±\u00a00.4');
  expect(of(-0.022, 0.002)).toBe('○ −1.0 ±\u00a01.2');
});

test('every column of a table is one of the list', () => {
  const keys = columns([1, 5]).map(({ key }) => key);
  const rows = [measuredRow({}, { ...measured, tiedShare: 1 })];
  const tables = [
    cellColumns(shown.ks),
    tableColumns({ ...shown, rows, k: 5 }),
    printedColumns(shown.ks, 5, TEXT_AND_IMAGE),
  ].flat();
  expect(keys).toEqual(expect.arrayContaining(tables.map(({ key }) => key)));
});

test('columns to choose are the usual ones, then other numbers at the K shown, without bounds; means only beside both directions', () => {
  const keysOf = (list: typeof tableColumns, directions: readonly Direction[]) =>
    list({
      rows: [measuredRow({}, { mean: 0.5, margin: 0.1 })],
      directions,
      ks: [10, 1],
      k: 10,
      sides: TEXT_AND_IMAGE,
    }).map(({ key }) => key);
  const usual = keysOf(tableColumns, ['textToImage']);
  const one = keysOf(columnsToChoose, ['textToImage']);
  expect(one.slice(0, usual.length)).toEqual(usual);
  expect(new Set(one).size).toBe(one.length);
  const others = one.slice(usual.length);
  expect(others).toContain('memory_usage_mb');
  expect(others.filter((key) => /@1$|_low|_high|^avg_|^v2t_/.test(key))).toEqual([]);
  expect(keysOf(columnsToChoose, DIRECTIONS)).toEqual(expect.arrayContaining(['avg_recall@10', 'v2t_mrr']));
});
