import { APPLIED_PROJECTIONS, PRECISIONS } from '../protocol/compression';
import type { SweepConfig } from '../protocol/sweep-config';
import { BASELINE } from '../sweep/plan/cell-groups';
import { sizeOf } from '../sweep/plan/plan';
import { type Space } from '../sweep/plan/spaces';
import { primaryKIndex } from '../sweep/results/primary-k';
import type { QueryRanks } from '../sweep/results/query-ranks';
import { cellKey } from '../sweep/plan/setting';
import type { ExplorerView } from './explorer-view';

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
