import type { ComparedCell } from '../../explore/compare-runs';
import { interval, setting } from '../../report/charts/told/columns';
import type { ExportColumn } from '../../report/files/csv';

/** Of the differences between two runs: Recall@K of both in each cell, and B − A where both asked the same. */
export const comparedColumns = (k: number): readonly ExportColumn<ComparedCell>[] => [
  ...setting.map(({ key, value }) => ({ key, value: ({ row }: ComparedCell) => value(row) })),
  { key: `Recall@${k} of A`, value: ({ a }) => a },
  { key: `Recall@${k} of B`, value: ({ b }) => b },
  ...interval<ComparedCell>(
    'B − A',
    ({ a, b, difference }) => difference ?? { mean: b - a, low: NaN, high: NaN },
  ),
];
