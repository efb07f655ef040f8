import { fineness } from '../../protocol/compression';
import { directionName, type SideNames } from '../../protocol/side-names';
import { SIDES, type Direction } from '../../protocol/direction';
import { excludesZero, type Difference, type ResultRow } from '../../sweep/results/result';
import { count, counted, percent, upperFirst } from '../formats/format';
import { points, pointsWithMargin } from '../formats/points';
import { poolInWords, poolsOf } from '../formats/pools';
import { spaceInWords } from '../formats/spaces';

/** Recall@K of a cell that two runs have; its paired difference, B less A, where there is one. */
interface Compared {
  readonly row: ResultRow;
  readonly a: number;
  readonly b: number;
  readonly difference: Difference | null;
}

/**
 * Says in words what run B costs or gains against run A: in the largest pool, at the largest dimension that is not enlarged and
 * the finest precision; then in how many cells of that pool. A difference is claimed only where its paired interval excludes 0.
 * Empty where no cell is in both.
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
  const [first] = [...atPool].sort(
    ({ row: a }, { row: b }) =>
      Number(a.lifted) - Number(b.lifted) || b.dim - a.dim || fineness(a.precision) - fineness(b.precision),
  );
  const item = sides[SIDES[direction].gallery].one;
  return [
    `${upperFirst(directionName(sides, direction))}, ${poolInWords(pool)}, ${spaceInWords(first.row)} at ${first.row.precision}:`,
    `A finds the right ${item} among the first ${k} for ${percent(first.a)} of queries, B for ${percent(first.b)}.`,
    changeInWords(first),
    ...tally(atPool),
  ].join(' ');
}

function changeInWords({ a, b, difference }: Compared): string {
  if (!difference) {
    if (points(b - a) === '0') return 'That is the same.';
    return `That is ${points(Math.abs(b - a))} points ${b < a ? 'less' : 'more'}; without an interval it is not known whether it is more than chance.`;
  }
  if (!excludesZero(difference)) {
    return `No difference is seen (±\u00a0${points((difference.high - difference.low) / 2)} points).`;
  }
  const size = pointsWithMargin({ ...difference, mean: Math.abs(difference.mean) });
  return `B ${difference.mean < 0 ? 'loses' : 'gains'} ${size} points.`;
}

/** In how many cells B loses and gains; none where there is one alone, or where no difference is paired. */
function tally(cells: readonly Compared[]): string[] {
  const paired = cells.flatMap(({ difference }) => (difference ? [difference] : []));
  if (cells.length < 2 || paired.length < cells.length) return [];
  const seen = paired.filter(excludesZero);
  const lost = seen.filter(({ mean }) => mean < 0).length;
  return [
    `Of ${counted(cells.length, 'cell')} in this pool B loses in ${count(lost)} and gains in ${count(seen.length - lost)}; in ${count(cells.length - seen.length)} no difference is seen.`,
  ];
}
