import type { Direction } from '../protocol/direction';
import { APPLIED_PROJECTIONS, PRECISIONS, type Precision } from '../protocol/compression';
import type { SweepConfig } from '../protocol/sweep-config';
import { BASELINE } from '../sweep/plan/cell-groups';
import { sizeOf } from '../sweep/plan/plan';
import { spaceKey, type Space } from '../sweep/plan/spaces';
import { primaryKIndex } from '../sweep/results/primary-k';
import type { QueryRanks } from '../sweep/results/query-ranks';
import type { QueryFilter } from './list-queries';

/** A space and precision by name: 512 none int4. */
export const cellKey = ({ dim, projection, precision }: Space & { readonly precision: Precision }): string =>
  `${spaceKey({ dim, projection })} ${precision}`;

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

/** A view of the queries that a run has. */
export interface ResolvedView {
  /** Pool sizes to choose from, the smallest first; Infinity is the whole gallery. */
  readonly pools: readonly number[];
  readonly pool: number;
  readonly k: number;
  /** What can be compared in these pools. */
  readonly cells: readonly QueryRanks[];
  readonly a: QueryRanks;
  readonly b: QueryRanks;
}

/** By dimension, then by projection, then from the finest precision to the coarsest. */
const compareCells = (a: QueryRanks, b: QueryRanks): number =>
  a.dim - b.dim ||
  APPLIED_PROJECTIONS.indexOf(a.projection) - APPLIED_PROJECTIONS.indexOf(b.projection) ||
  PRECISIONS.indexOf(a.precision) - PRECISIONS.indexOf(b.precision);

/**
 * What of a view a run can show; what it does not have is replaced by what comes first. Null while fewer than two cells have
 * been measured.
 */
export function resolveView(
  view: Pick<ExplorerView, 'a' | 'b' | 'k' | 'pool'>,
  ranks: readonly QueryRanks[],
  { candidateSizes, ks, pools: kind }: SweepConfig,
  baseDim: number,
): ResolvedView | null {
  const sizes = kind === 'sampled' ? [Infinity] : candidateSizes.map(sizeOf);
  const counted = (size: number) => (kind === 'reference' ? size : Infinity);
  const isThere = (size: number) => ranks.filter(({ pool }) => pool === counted(size)).length > 1;
  const pools = [...new Set(sizes)].filter(isThere).sort((x, y) => x - y);
  const pool = pools.find((size) => size === view.pool) ?? pools.at(-1);
  if (pool === undefined) return null;
  const cells = ranks.filter((one) => one.pool === counted(pool)).sort(compareCells);
  const byKey = (key: string | null) => cells.find((cell) => cellKey(cell) === key);
  const isBase = ({ dim, projection }: Space) => dim === baseDim && projection === 'none';
  const a = byKey(view.a) ?? cells.find((cell) => isBase(cell) && cell.precision === BASELINE) ?? cells[0];
  const others = cells.filter((cell) => cell !== a);
  const b = byKey(view.b) ?? others.findLast(isBase) ?? others.at(-1)!;
  const k = view.k !== null && ks.includes(view.k) ? view.k : ks[primaryKIndex(ks)];
  return { pools, pool, k, cells, a, b };
}

/** The cell so many steps after another one in the list of all, which begins again at its end. */
export function stepCell(cells: readonly QueryRanks[], from: QueryRanks, step: number): QueryRanks {
  const place = cells.indexOf(from) + step;
  return cells[(place + cells.length) % cells.length];
}
