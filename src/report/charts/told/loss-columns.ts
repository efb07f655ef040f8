import type { Direction } from '../../../protocol/direction';
import type { ResultRow } from '../../../sweep/results/result';
import type { ExportColumn } from '../../files/csv';
import type { LossBar } from '../losses';
import type { LossStepBar } from '../../finding/loss-words';
import { interval, setting } from './columns';

/** Of a loss map: each cell's Recall@K and its paired difference from what it is compared with. */
export const lossMapColumns = (
  k: number,
  kIndex: number,
  direction: Direction,
): readonly ExportColumn<ResultRow>[] => [
  ...setting,
  ...interval<ResultRow>(`Recall@${k}`, (row) => row[direction].recall[kIndex]),
  ...interval<ResultRow>(
    `Recall@${k} difference`,
    (row) => row[direction].difference?.recall[kIndex] ?? { mean: NaN, low: NaN, high: NaN },
  ),
];

/** Of the steps of a loss: what each takes away. */
export const lossStepColumns = (k: number): readonly ExportColumn<LossStepBar>[] => [
  { key: 'step', value: ({ label }) => label },
  ...interval<LossStepBar>(`Recall@${k} lost`, ({ loss }) => loss),
];

/** Of the losses of two runs: what each cell loses, and by what. */
export const overlaidLossColumns = (k: number): readonly ExportColumn<LossBar>[] => [
  ...setting,
  { key: `Recall@${k} lost by the dimension`, value: ({ loss }) => loss.dimension },
  { key: `Recall@${k} lost by the precision`, value: ({ loss }) => loss.precision },
];
