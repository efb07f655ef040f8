import type { Direction } from '../protocol/direction';
import type { MeasureName } from '../report/charts/measure-names';
import type { Sort } from '../report/columns/sort-rows';

export const AXES = ['cut', 'whole'] as const;

/** What of the results is shown. */
export interface ResultsView {
  readonly direction: Direction | 'both';
  /** The cut-off; null for the one that the finding tells. */
  readonly k: number | null;
  /** Candidates in a pool; null for the largest there is. */
  readonly pool: number | null;
  /** What stands on the axis of quality. */
  readonly measure: MeasureName;
  /** Whether axes of quality are cut to the data. */
  readonly axis: (typeof AXES)[number];
  /** The cell that others are compared with, as `cellKey` writes it; null for fp32 at the base dimension. */
  readonly baseline: string | null;
  /** Bytes that a gallery vector may take, by which a setting is chosen. */
  readonly budget: number;
  /** The column by which the table is sorted; null for the order computed. */
  readonly sort: Sort | null;
}

export const INITIAL_RESULTS_VIEW: ResultsView = {
  direction: 'textToImage',
  k: null,
  pool: null,
  measure: 'recall',
  axis: 'cut',
  baseline: null,
  budget: 300,
  sort: null,
};
