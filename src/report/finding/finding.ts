import type { Precision } from '../../protocol/compression';
import {
  excludesZero,
  hasInterval,
  type Difference,
  type Estimate,
  type ResultRow,
} from '../../sweep/results/result';
import { ratioOf, upperFirst } from '../formats/format';
import { points, pointsWithMargin } from '../formats/points';
import { spaceInWords } from '../formats/spaces';
import { foundByBase, isSame, viewRows, type FindingPart, type FindingView } from './viewed';

/**
 * Says in words what the rows show so far, for what is in view: what each coarser precision
 * costs at the largest dimension that is not enlarged, untouched where there is such a row, and what each other dimension
 * and projection costs at the finest precision; at those of the pinned cell where there is one. A difference is claimed only where its
 * paired 95 % interval excludes zero; where rows carry no paired differences, only where the two intervals do not overlap; where they have no intervals, how far apart
 * the numbers are, and that no more is known.
 * Empty where nothing can be compared yet.
 */
export function finding(rows: readonly ResultRow[], view: FindingView): FindingPart[] {
  const viewed = viewRows(rows, view);
  if (!viewed) return [];
  const { atPool, base, paired, recall, difference } = viewed;
  const baseIsCompared =
    paired && !view.pinned && !(base.precision === 'fp32' && isNothing(difference(base)!));
  const isSure = paired || atPool.every((row) => hasInterval(recall(row)));
  const coarser = atPool.filter((row) => isSame(row, base) && (row !== base || baseIsCompared));
  const otherSpaces = atPool.filter((row) => !isSame(row, base) && row.precision === base.precision);
  const clauses = [
    ...coarser.map((row) => [row.precision, ...change(row, 'loses', 'gains'), ...size(row)]),
    ...otherSpaces.map((row) => [dimensionsOf(row), ...change(row, 'lose', 'gain'), ...size(row)]),
  ];
  const explained = oldFormats(coarser.map(({ precision }) => precision));
  return [
    ...foundByBase(viewed, view, true),
    ' ',
    ...(paired && clauses.length > 0 ? [`Against ${view.baseline}, query by query: `] : []),
    ...clauses.flatMap((clause, i) => [...clause, i === clauses.length - 1 ? '.' : '; ']),
    ...(isSure || clauses.length === 0 ? [] : [` ${NOT_SURE}`]),
    ...(explained ? [` ${explained}`] : []),
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
    if (baseIsCompared) return [` in ${Math.round(row.memory.perVector)} bytes`];
    const bytesOf = row.memory.perVector / base.memory.perVector;
    if (Number.isNaN(bytesOf)) return [];
    return [bytesOf === 1 ? ' in as many bytes' : ` at ${ratioOf(bytesOf)} the bytes`];
  }
}

export const NOT_SURE = 'Without intervals it is not known which of these differences are more than chance.';

/** What the old pipeline's formats among these are, which lose nearly everything; empty where there are none (PROTOCOL §4). */
export function oldFormats(precisions: readonly Precision[]): string {
  const old = precisions.filter((precision) => precision.startsWith('reference-'));
  if (old.length === 0) return '';
  const wraps = old.includes('reference-int8')
    ? ', and in int8 those of 128 and more wrap round to negative ones'
    : '';
  return `${upperFirst(old.join(' and '))}: as an earlier pipeline packed vectors, with its defects. It scores raw codes${wraps}, which costs much. It is here to explain that pipeline’s numbers.`;
}

const overlap = (a: Estimate, b: Estimate): boolean => a.low <= b.high && b.low <= a.high;
const isNothing = ({ mean, low, high }: Difference): boolean => mean === 0 && low === 0 && high === 0;
