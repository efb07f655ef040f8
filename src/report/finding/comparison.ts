import { fineness } from '../../protocol/compression';
import { directionName, type SideNames } from '../../protocol/side-names';
import { SIDES, type Direction } from '../../protocol/direction';
import { excludesZero, type Difference, type ResultRow } from '../../sweep/results/result';
import { count, counted, percent, upperFirst } from '../formats/format';
import { points, pointsWithMargin } from '../formats/points';
import { poolInWords, poolsOf } from '../formats/pools';
import { cellInWords } from '../formats/spaces';

/** Recall@K of a cell that two runs have; its paired difference, B less A, where there is one. */
interface Compared {
  readonly row: ResultRow;
  readonly a: number;
  readonly b: number;
  readonly difference: Difference | null;
}

/**
 * Says in words what run B costs or gains against run A: in the largest pool, in the cell where they differ most; then in how
 * many cells of that pool. A difference is claimed only where its paired interval excludes 0. Empty where no cell is in both.
 */
export function comparison(
  cells: readonly Compared[],
  direction: Direction,
  k: number,
  sides: SideNames,
): string {
  const pool = poolsOf(cells.map(({ row }) => row)).at(-1);
  if (!pool) return '';
  const atPool = cells.filter(({ row }) => row.candidateSize === pool.candidateSize);
  const cell = mostTelling(atPool);
  const item = sides[SIDES[direction].gallery].one;
  return [
    `${upperFirst(directionName(sides, direction))}, ${poolInWords(pool)}, ${cellInWords(cell.row)}${atPool.length > 1 ? superlative(cell) : ''}:`,
    `A finds the right ${item} among the first ${k} for ${percent(cell.a)} of queries, B for ${percent(cell.b)}.`,
    changeInWords(cell),
    ...tally(atPool),
  ].join(' ');
}

const changeOf = ({ a, b, difference }: Compared): number => difference?.mean ?? b - a;
const isSeen = ({ difference }: Compared): boolean => difference !== null && excludesZero(difference);

/**
 * The cell with the largest difference, of those where one is seen if there are any; where all are alike, that of the largest
 * dimension that is not enlarged and the finest precision.
 */
const mostTelling = (cells: readonly Compared[]): Compared =>
  [...cells].sort(
    (one, other) =>
      Number(isSeen(other)) - Number(isSeen(one)) ||
      Math.abs(changeOf(other)) - Math.abs(changeOf(one)) ||
      Number(one.row.lifted) - Number(other.row.lifted) ||
      other.row.dim - one.row.dim ||
      fineness(one.row.precision) - fineness(other.row.precision),
  )[0];

/** Says that a cell was picked for its difference, so that nobody takes it for that of all cells. */
function superlative(cell: Compared): string {
  if (isSeen(cell)) return ', the largest difference seen';
  return cell.difference || changeOf(cell) === 0 ? '' : ', the largest difference';
}

function changeInWords({ a, b, difference }: Compared): string {
  if (!difference) {
    if (points(b - a) === '0') return 'That is the same.';
    return `That is ${points(Math.abs(b - a))} points ${b < a ? 'less' : 'more'}; without an interval it is not known whether it is more than chance.`;
  }
  if (difference.low === 0 && difference.high === 0) return 'The two runs agree exactly.';
  if (!excludesZero(difference)) {
    return `No difference is seen (±\u00a0${points((difference.high - difference.low) / 2)} points).`;
  }
  const size = pointsWithMargin({ ...difference, mean: Math.abs(difference.mean) });
  return `B ${difference.mean < 0 ? 'loses' : 'gains'} ${size} points.`;
}

/** In how many cells B loses and gains; nothing where there is one alone, or where no difference is paired. */
function tally(cells: readonly Compared[]): string[] {
  const paired = cells.flatMap(({ difference }) => (difference ? [difference] : []));
  if (cells.length < 2 || paired.length < cells.length) return [];
  const seen = paired.filter(excludesZero);
  if (seen.length === 0)
    return [`No difference is seen in any of the ${counted(cells.length, 'cell')} of this pool.`];
  const lost = seen.filter(({ mean }) => mean < 0).length;
  return [
    `Of ${counted(cells.length, 'cell')} in this pool B loses in ${count(lost)} and gains in ${count(seen.length - lost)}; in ${count(cells.length - seen.length)} no difference is seen.`,
  ];
}
