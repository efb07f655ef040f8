import type { Direction } from '../protocol/direction';
import type { Sort } from '../report/columns/sort-rows';

export const AXES = ['cut', 'whole'] as const;

/** What of the results is shown. */
export interface ResultsView {
  readonly direction: Direction | 'both';
  /** The cut-off; null for the one that the finding tells. */
  readonly k: number | null;
  /** Candidates in a pool; null for the largest there is. */
  readonly pool: number | null;
  /** Whether axes of quality are cut to the data. */
  readonly axis: (typeof AXES)[number];
  /** The column by which the table is sorted; null for the order computed. */
  readonly sort: Sort | null;
}

export const INITIAL_RESULTS_VIEW: ResultsView = {
  direction: 'textToImage',
  k: null,
  pool: null,
  axis: 'cut',
  sort: null,
};
