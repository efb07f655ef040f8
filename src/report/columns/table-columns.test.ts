import { expect, test } from 'vitest';
import { measuredRow, notComputable } from '../../../tests/support/rows';
import { tableColumns } from './table-columns';

const told = { mean: 0.9, margin: 0.1, atSecondK: 0.6, imageToText: 0.5 };
const shown = { directions: ['textToImage'], k: 1, kIndex: 0 } as const;
const labels = (...args: Parameters<typeof tableColumns>) => tableColumns(...args).map(({ label }) => label);
const cell = (...[given, label]: [Parameters<typeof tableColumns>[0], string]) =>
  tableColumns(given)
    .find((column) => column.label === label)!
    .show(given.rows[0]);

test('recall is shown of both directions, the rest of the directions asked for', () => {
  const rows = [measuredRow({}, told)];
  expect(labels({ ...shown, rows })).toEqual([
    'R@1 t→i',
    'R@1 i→t',
    'Median rank t→i',
    'MRR t→i',
    'NDCG@1 t→i',
    'Bytes/vector',
    'Queries/s t→i',
  ]);
  expect(labels({ ...shown, rows, directions: ['imageToText'] })).toContain('Median rank i→t');
  expect(cell({ ...shown, rows }, 'R@1 i→t')).toBe('.500');
});

test('another K shows its own values', () => {
  expect(cell({ ...shown, rows: [measuredRow({}, told)], k: 5, kIndex: 1 }, 'R@5 t→i')).toBe('.600');
});

test('ties are a column only where a row has more than 0.5 % of them', () => {
  const tied = (tiedShare: number) => labels({ ...shown, rows: [measuredRow({}, { ...told, tiedShare })] });
  expect(tied(0.005)).not.toContain('Tied t→i');
  expect(tied(0.006)).toContain('Tied t→i');
});

test('a paired difference is points ± half its interval, with ○ where the interval covers 0', () => {
  const of = (low: number, high: number) => {
    const difference = [{ mean: (low + high) / 2, low, high }];
    return cell({ ...shown, rows: [measuredRow({}, { ...told, difference })] }, 'Δ points t→i');
  };
  expect(of(-0.022, -0.014)).toBe('−1.8 ±\u00a00.4');
  expect(of(-0.022, 0.002)).toBe('○ −1.0 ±\u00a01.2');
});

test('a cell that could not be computed has nothing to show or to sort by', () => {
  for (const column of tableColumns({ ...shown, rows: [] })) {
    expect(column.show(notComputable({}))).toBe('–');
    expect(column.value(notComputable({}))).toBeNull();
  }
});
