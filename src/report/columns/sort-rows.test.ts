import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { cellColumns } from './table-columns';
import { filterRows, nextSort, sortRows } from './sort-rows';

const rows = [
  measuredRow({ dim: 256, precision: 'int4' }, { mean: 0.7, margin: 0.01 }),
  measuredRow({ dim: 1024, precision: 'fp16', candidateSize: 500 }, { mean: 0.9, margin: 0.01 }),
  measuredRow({ dim: 512, precision: 'fp32' }, { mean: 0.8, margin: 0.01 }),
  measuredRow({ dim: 512, precision: 'int8' }, { mean: 0.8, margin: 0.01 }),
];
const [dimension, precision, pool] = cellColumns([10]);
const names = (shown: readonly { readonly dim: number; readonly precision: string }[]) =>
  shown.map((row) => `${row.dim} ${row.precision}`);

test('dimensions are numbers, precisions go from the finest to the coarsest, equals keep their order', () => {
  expect(names(sortRows(rows, dimension, true))).toEqual(['1024 fp16', '512 fp32', '512 int8', '256 int4']);
  expect(names(sortRows(rows, precision, false))).toEqual(['512 fp32', '1024 fp16', '512 int8', '256 int4']);
  expect(names(sortRows(rows, pool, true))[0]).toBe('1024 fp16');
});

test('rows without a number come last, whichever way', () => {
  const gap = { ...pool, value: (row: (typeof rows)[0]) => (row.dim === 512 ? null : row.dim) };
  for (const descending of [true, false]) {
    expect(names(sortRows(rows, gap, descending)).slice(2)).toEqual(['512 fp32', '512 int8']);
  }
});

test('a column is asked for three times: descending, ascending, as computed', () => {
  const first = nextSort(null, 'mrr');
  expect(first).toEqual({ key: 'mrr', descending: true });
  expect(nextSort(first, 'mrr')).toEqual({ key: 'mrr', descending: false });
  expect(nextSort(nextSort(first, 'mrr'), 'mrr')).toBeNull();
  expect(nextSort(first, 'ndcg')).toEqual({ key: 'ndcg', descending: true });
});

test('words pick rows by dimension, precision and pool', () => {
  const filter = (words: string) => names(filterRows(rows, [dimension, precision, pool], words));
  expect(filter('  ')).toHaveLength(4);
  expect(filter('512 INT')).toEqual(['512 int8']);
  expect(filter('500')).toEqual(['1024 fp16']);
  expect(filter('random')).toEqual(['256 int4', '1024 fp16']);
  expect(filter('float')).toEqual([]);
});
