import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { TEXT_AND_IMAGE, type SideNames } from '../../protocol/side-names';
import type { DirectionResult, ResultRow } from '../../sweep/results/result';
import { PRECISIONS } from '../../protocol/compression';
import { keyIn, type Column } from './column';
import { columns } from './columns';
import { GALLERY_SPEED } from './speed-columns';

/** Ties are a column only where a row has more of them than this. */
const TIES_WORTH_SHOWING = 0.005;

interface Shown {
  readonly rows: readonly ResultRow[];
  readonly directions: readonly Direction[];
  /** The cut-offs that were measured, and the one to show. */
  readonly ks: readonly number[];
  readonly k: number;
  /** What the items of the run are called. */
  readonly sides: SideNames;
  /** What the rows' differences are from, in words. */
  readonly baseline?: string;
}

/** What names a cell: the columns that every table starts with. */
export const cellColumns = (ks: readonly number[]): Column[] =>
  chosen(ks, TEXT_AND_IMAGE, ['embedding_dim', 'precision', 'candidate_size']);

/**
 * The columns of the table on the page after those that name the cell: bytes, Recall@K of both directions, then what else was
 * measured in the directions shown, and speeds where they were measured long enough to be told (PROTOCOL §7).
 */
export function tableColumns({ rows, directions, ks, k, sides, baseline }: Shown): Column[] {
  const each = (key: string, among: readonly Direction[] = directions) =>
    among.map((direction) => keyIn(direction, key));
  const severalRight = directions.filter((direction) => rows.some((row) => countsSeveral(row[direction])));
  const keys = [
    'bytes_per_vector',
    ...each(`recall@${k}`, DIRECTIONS),
    ...each(`recall@${k}_difference`),
    ...each(`recall_share@${k}`, severalRight),
    ...each('median_rank'),
    // The reference looks at the first K alone.
    ...each(rows.every(({ textToImage }) => Number.isNaN(textToImage.mrr.mean)) ? `mrr@${k}` : 'mrr'),
    ...each(`ndcg@${k}`),
    ...each('r_precision', severalRight),
    ...each('map_at_r', severalRight),
    ...each('tied_share'),
    ...each(GALLERY_SPEED),
  ];
  return chosen(ks, sides, keys, baseline)
    .filter((column) => isWorthShowing(column, rows))
    .map((column) =>
      column.group === 'difference'
        ? { ...column, title: `${column.title}; ± half its 95 % interval, ○ where no difference is seen` }
        : column,
    );
}

/** Ends of intervals and of what ties allow, and the slowest and fastest samples: files have them, the table names their numbers. */
const BOUND = /_(?:low|high|optimistic|pessimistic|slowest|fastest)$/;

/**
 * Every number that a table may have beside what names the cell: the columns of `tableColumns` in their order, then what else there is of
 * the directions shown at the K shown; no speed that is only rough.
 */
export function columnsToChoose(shown: Shown): Column[] {
  const { rows, directions, ks, k, sides, baseline } = shown;
  const usual = tableColumns(shown);
  const isUsual = ({ key }: Column) => usual.some((column) => column.key === key);
  const isShown = ({ direction, key }: Column) =>
    direction === undefined
      ? directions.length > 1 || !key.startsWith('avg_')
      : directions.includes(direction);
  const isAtK = ({ key }: Column) => {
    const at = /@(\d+)/.exec(key)?.[1];
    return at === undefined || Number(at) === k;
  };
  const isThere = ({ value }: Column) => rows.some((row) => typeof value(row) === 'number');
  const others = columns(ks, sides, baseline).filter(
    (column) =>
      !isUsual(column) &&
      column.group !== 'cell' &&
      column.group !== 'rough speed' &&
      !BOUND.test(column.key) &&
      isShown(column) &&
      isAtK(column) &&
      isThere(column),
  );
  return [...usual, ...others];
}

/** What a table is sorted by: the coarsest precision last. */
export function sortKey(column: Column, row: ResultRow): number | null {
  if (column.key === 'precision') return PRECISIONS.indexOf(row.precision);
  const value = column.value(row);
  return typeof value === 'number' && !Number.isNaN(value) ? value : null;
}

/** The columns of the table that the command prints: the metrics of both directions at one K, and bytes. */
export function printedColumns(ks: readonly number[], k: number, sides: SideNames): Column[] {
  const metrics = [`recall@${k}`, 'mrr', `ndcg@${k}`];
  return chosen(ks, sides, [
    ...metrics.flatMap((key) => DIRECTIONS.map((direction) => keyIn(direction, key))),
    'bytes_per_vector',
  ]);
}

/**
 * Whether metrics that count every right item differ from those that look at the first: with one right item for each query the
 * share found is the hit rate, and both metrics at R are Recall@1.
 */
function countsSeveral({ recall, recallShare, rPrecision, mapAtR }: DirectionResult): boolean {
  if (Number.isNaN(mapAtR.mean)) return false;
  return rPrecision.mean !== mapAtR.mean || recall.some(({ mean }, i) => mean !== recallShare[i].mean);
}

function isWorthShowing({ group, value }: Column, rows: readonly ResultRow[]): boolean {
  if (group === 'difference' || group === 'speed') return rows.some((row) => value(row) !== null);
  if (group === 'ties') return rows.some((row) => Number(value(row)) > TIES_WORTH_SHOWING);
  return true;
}

function chosen(
  ks: readonly number[],
  sides: SideNames,
  keys: readonly string[],
  baseline?: string,
): Column[] {
  const byKey = new Map(columns(ks, sides, baseline).map((column) => [column.key, column]));
  return keys.map((key) => byKey.get(key)!);
}
