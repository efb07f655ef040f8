import type { Direction } from '../protocol/direction';
import type { QueryFilter } from './query-filter';

/** Single queries, or how the vectors of all lie. */
export const EXPLORER_PARTS = ['queries', 'hubs'] as const;
type ExplorerPart = (typeof EXPLORER_PARTS)[number];

/** What the explorer shows: which two cells are compared, in which pools, and which of their queries. */
export interface ExplorerView extends QueryFilter {
  readonly part: ExplorerPart;
  /** Keys of the cells; null for the baseline, and for the one that is compared with it first. */
  readonly a: string | null;
  readonly b: string | null;
  readonly direction: Direction;
  /** Candidates in a pool; Infinity for the whole gallery, null for the largest there is. */
  readonly pool: number | null;
  /** The cut-off; null for the one that the finding tells. */
  readonly k: number | null;
  /** The query that is looked at; null for the first of the list. */
  readonly query: number | null;
}

export const INITIAL_VIEW: ExplorerView = {
  part: 'queries',
  a: null,
  b: null,
  direction: 'textToImage',
  pool: null,
  k: null,
  outcome: 'lost',
  words: '',
  order: 'fell',
  query: null,
};
