import { fineness } from '../../protocol/compression';
import { directionName, TEXT_AND_IMAGE, type SideNames } from '../../protocol/side-names';
import {
  excludesZero,
  hasInterval,
  type Difference,
  type Estimate,
  type ResultRow,
} from '../../sweep/results/result';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import { count, percent, upperFirst } from '../formats/format';
import { points, pointsWithMargin } from '../formats/points';
import { poolInWords, poolsOf } from '../formats/pools';
import { compareSpaces, spaceInWords } from '../formats/spaces';

/** A piece of the finding: plain words, or a number that stands for a cell. */
export type FindingPart = string | { readonly text: string; readonly experiment: string };

/**
 * Says in words what the rows show so far, for the first direction at the largest pool that has rows: what each coarser precision
 * costs at the largest dimension that is not enlarged, untouched where there is such a row, and what each other dimension
 * and projection costs at the finest precision. A difference is claimed only where its
 * paired 95 % interval excludes zero; where rows carry no paired differences, only where the two intervals do not overlap; where they have no intervals, how far apart
 * the numbers are, and that no more is known.
 * Empty where nothing can be compared yet. `kIndex` is the place of `k` among the cut-offs measured.
 */
export function finding(
  rows: readonly ResultRow[],
  k: number,
  kIndex: number,
  sides: SideNames = TEXT_AND_IMAGE,
): FindingPart[] {
  const pool = poolsOf(rows).at(-1);
  if (!pool) return [];
  const atPool = rows.filter((row) => row.candidateSize === pool.candidateSize);
  const unlifted = atPool.filter((row) => !row.lifted);
  if (unlifted.length === 0) return [];
  const space = [...unlifted].sort(byBase)[0];
  const base = finest(unlifted.filter((row) => isSame(row, space)));
  const { candidates } = base.textToImage;
  const recall = (row: ResultRow): Estimate => row.textToImage.recall[kIndex];
  const difference = (row: ResultRow) => row.textToImage.difference?.recall[kIndex];

  const paired = atPool.every((row) => difference(row) !== undefined);
  const baseIsCompared = paired && !(base.precision === 'fp32' && isNothing(difference(base)!));
  const isSure = paired || atPool.every((row) => hasInterval(recall(row)));
  const coarser = atPool.filter((row) => isSame(row, base) && (row !== base || baseIsCompared));
  const otherSpaces = atPool.filter((row) => !isSame(row, base) && row.precision === base.precision);
  const clauses = [
    ...coarser.map((row) => [row.precision, ...change(row, 'loses', 'gains'), ...size(row)]),
    ...otherSpaces.map((row) => [dimensionsOf(row), ...change(row, 'lose', 'gain'), ...size(row)]),
  ];
  return [
    `${upperFirst(directionName(sides, 'textToImage'))}, ${pool.wholeGallery ? `the whole gallery of ${count(candidates)}` : poolInWords(pool)}: ${base.precision} vectors of ${spaceInWords(base)}${inBytes(base)} find the right ${sides.image.one} among the first ${k} for `,
    { text: percent(recall(base).mean), experiment: base.experiment },
    ` of queries (${intervalOf(recall(base))}; chance ${percent(Math.min(1, k / candidates))}). `,
    ...(paired && clauses.length > 0 ? ['Against fp32 at the base dimension, query by query: '] : []),
    ...clauses.flatMap((clause, i) => [...clause, i === clauses.length - 1 ? '.' : '; ']),
    ...(isSure || clauses.length === 0 ? [] : [NOT_SURE]),
  ];

  function dimensionsOf(row: ResultRow): string {
    return baseIsCompared ? `${spaceInWords(row)} at ${row.precision}` : spaceInWords(row);
  }

  function change(row: ResultRow, loses: string, gains: string): FindingPart[] {
    const link = (text: string): FindingPart => ({ text, experiment: row.experiment });
    const own = difference(row);
    if (paired && own) {
      const margin = (own.high - own.low) / 2;
      if (!excludesZero(own)) return [': ', link('no difference seen'), ` (±\u00a0${points(margin)} points)`];
      const size = pointsWithMargin({ ...own, mean: Math.abs(own.mean) });
      return [` ${own.mean < 0 ? loses : gains} `, link(`${size} points`)];
    }
    if (isSure && overlap(recall(row), recall(base))) return [': ', link('no difference seen')];
    const by = recall(row).mean - recall(base).mean;
    if (!isSure && points(by) === '0') return [': ', link('the same')];
    if (!isSure) return [' ', link(`${points(Math.abs(by))} points`), by < 0 ? ' below it' : ' above it'];
    return [` ${by < 0 ? loses : gains} `, link(`${points(Math.abs(by))} points`)];
  }

  function size(row: ResultRow): FindingPart[] {
    if (row === base) return [];
    if (baseIsCompared) return [` in ${bytes(row)} bytes`];
    const bytesOf = row.memory.perVector / base.memory.perVector;
    return Number.isNaN(bytesOf) ? [] : [` at ${percent(bytesOf)} of the bytes`];
  }
}

const NOT_SURE = ' Without intervals it is not known which of these differences are more than chance.';
const intervalOf = (estimate: Estimate): string =>
  hasInterval(estimate)
    ? `95 % interval ${points(estimate.low)}–${points(estimate.high)}`
    : 'its interval is not known';

const isSame = (a: Space, b: Space): boolean => spaceKey(a) === spaceKey(b);
/** The largest dimension first, the untouched vectors before projected ones. */
const byBase = (a: Space, b: Space): number => b.dim - a.dim || compareSpaces(a, b);
const finest = (rows: readonly ResultRow[]): ResultRow =>
  rows.reduce((best, row) => (fineness(row.precision) < fineness(best.precision) ? row : best));
const inBytes = (row: ResultRow): string =>
  Number.isNaN(row.memory.perVector) ? '' : ` (${bytes(row)} bytes each)`;
const bytes = (row: ResultRow): number => Math.round(row.memory.perVector);
const overlap = (a: Estimate, b: Estimate): boolean => a.low <= b.high && b.low <= a.high;
const isNothing = ({ mean, low, high }: Difference): boolean => mean === 0 && low === 0 && high === 0;
