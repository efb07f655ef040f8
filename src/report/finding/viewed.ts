import { fineness } from '../../protocol/compression';
import { SIDES, type Direction } from '../../protocol/direction';
import { directionName, type SideNames } from '../../protocol/side-names';
import type { Setting } from '../../sweep/plan/setting';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import {
  hasInterval,
  partOf,
  type Difference,
  type Estimate,
  type ResultRow,
} from '../../sweep/results/result';
import { BASELINE } from './sentences';
import { count, percent, upperFirst } from '../formats/format';
import { points } from '../formats/points';
import { poolInWords, poolsOf, type Pool } from '../formats/pools';
import { compareSpaces, spaceInWords } from '../formats/spaces';

/** A piece of the finding: plain words, or a number that stands for a cell. */
export type FindingPart = string | { readonly text: string; readonly experiment: string };

/** What the finding is about. */
export interface FindingView {
  readonly direction: Direction | 'both';
  /** Candidates in a pool; null for the largest pool that has rows. */
  readonly candidateSize: number | null;
  readonly k: number;
  /** The place of `k` among the cut-offs measured. */
  readonly kIndex: number;
  readonly sides: SideNames;
  /** What the rows' differences are from, in words. */
  readonly baseline: string;
  /** The cell that they are from where one is pinned; null for fp32 at the base dimension. */
  readonly pinned: Setting | null;
}

/** What the finding is about before anything is chosen. */
export const viewAtFirst = (k: number, kIndex: number, sides: SideNames): FindingView => ({
  direction: 'textToImage',
  candidateSize: null,
  k,
  kIndex,
  sides,
  baseline: BASELINE,
  pinned: null,
});

/** The rows that the finding is about. */
export interface ViewedRows {
  readonly pool: Pool;
  readonly atPool: readonly ResultRow[];
  /** The row told first: the pinned one, else `baseOf` them. */
  readonly base: ResultRow;
  /** Whether every row has a paired difference. */
  readonly paired: boolean;
  recall(row: ResultRow): Estimate;
  difference(row: ResultRow): Difference | undefined;
}

/** Null where nothing can be told yet. */
export function viewRows(rows: readonly ResultRow[], view: FindingView): ViewedRows | null {
  const pools = poolsOf(rows);
  const pool = pools.find(({ candidateSize }) => candidateSize === view.candidateSize) ?? pools.at(-1);
  if (!pool) return null;
  const atPool = rows.filter((row) => row.candidateSize === pool.candidateSize);
  const { pinned } = view;
  const base = (pinned && atPool.find((row) => isSameCell(row, pinned))) ?? baseOf(atPool);
  if (!base) return null;
  const part = partOf(view.direction);
  const difference = (row: ResultRow) => row[part].difference?.recall[view.kIndex];
  return {
    pool,
    atPool,
    base,
    paired: atPool.every((row) => {
      const own = difference(row);
      return own !== undefined && hasInterval(own);
    }),
    recall: (row) => row[part].recall[view.kIndex],
    difference,
  };
}

/** What the base row finds: direction, pool, vectors, Recall@K, and chance. */
export function foundByBase(
  { pool, base, recall }: ViewedRows,
  { direction, k, sides }: FindingView,
  withInterval: boolean,
): FindingPart[] {
  const { candidates } = base[direction === 'both' ? 'textToImage' : direction];
  const where =
    direction === 'both' ? 'Both directions on average' : upperFirst(directionName(sides, direction));
  const pools = pool.wholeGallery ? `the whole gallery of ${count(candidates)}` : poolInWords(pool);
  const item = direction === 'both' ? 'item' : sides[SIDES[direction].gallery].one;
  const bytes = withInterval ? inBytes(base) : '';
  const chance =
    direction === 'both'
      ? (chanceOf(k, base.textToImage.candidates) + chanceOf(k, base.imageToText.candidates)) / 2
      : chanceOf(k, candidates);
  return [
    `${where}, ${pools}: ${base.precision} vectors of ${spaceInWords(base)}${bytes} find the right ${item} among the first ${k} for `,
    { text: percent(recall(base).mean), experiment: base.experiment },
    ` of queries (${withInterval ? `${intervalOf(recall(base))}; ` : ''}chance ${percent(chance)}).`,
  ];
}

const chanceOf = (k: number, candidates: number): number => Math.min(1, k / candidates);

export const isSame = (a: Space, b: Space): boolean => spaceKey(a) === spaceKey(b);
/** Whether two rows are of one cell, whatever their pools. */
export const isSameCell = (a: Setting, b: Setting): boolean => isSame(a, b) && a.precision === b.precision;
/** The largest dimension first, the untouched vectors before projected ones. */
export const byBase = (a: Space, b: Space): number => b.dim - a.dim || compareSpaces(a, b);

/** The finest row at the largest dimension that is not enlarged. */
export function baseOf(rows: readonly ResultRow[]): ResultRow | undefined {
  const unlifted = rows.filter((row) => !row.lifted);
  if (unlifted.length === 0) return undefined;
  const space = [...unlifted].sort(byBase)[0];
  return finest(unlifted.filter((row) => isSame(row, space)));
}

const finest = (rows: readonly ResultRow[]): ResultRow =>
  rows.reduce((best, row) => (fineness(row.precision) < fineness(best.precision) ? row : best));
const inBytes = ({ memory }: ResultRow): string =>
  Number.isNaN(memory.perVector) ? '' : ` (${Math.round(memory.perVector)} bytes each)`;
const intervalOf = (estimate: Estimate): string =>
  hasInterval(estimate)
    ? `95 % interval ${points(estimate.low)}–${points(estimate.high)}`
    : 'its interval is not known';
