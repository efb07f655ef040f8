import { excludesZero, type Difference, type ResultRow } from '../../sweep/results/result';
import {
  bestWithin,
  candidatesOf,
  smallest,
  smallestLossless,
  type Candidate,
  type RowChange,
} from '../choose/choose';
import { count, ratioOf } from '../formats/format';
import { signedPoints } from '../formats/points';
import { poolName, poolsOf } from '../formats/pools';
import { cellName, spaceName } from '../formats/spaces';
import { NOT_SURE } from './finding';
import {
  byBase,
  foundByBase,
  isSame,
  isSameCell,
  viewRows,
  type FindingPart,
  type FindingView,
  type ViewedRows,
} from './viewed';

export const AXES = ['precision', 'dimension', 'pool'] as const;
export type Axis = (typeof AXES)[number];

/** One step along an axis from the row told first, all else the same. */
export interface AxisStep {
  readonly name: string;
  readonly row: ResultRow;
  readonly difference: Difference;
}

/** The finding in two sentences, and what each step along an axis changes. */
export interface FindingInShort {
  readonly sentences: readonly (readonly FindingPart[])[];
  readonly axes: Readonly<Record<Axis, readonly AxisStep[]>>;
  /** The largest size of a change or of an end of its interval. */
  readonly largest: number;
}

/**
 * What the base row finds, and the smallest cell of which no difference from it is seen. Along precision and dimension the steps carry the
 * rows' differences from what they are compared with; along the pools that of the same queries in both, else of the two numbers, without an interval.
 * @param change pairs rows by query
 */
export function findingInShort(
  rows: readonly ResultRow[],
  view: FindingView,
  change: RowChange = () => null,
): FindingInShort | null {
  const viewed = viewRows(rows, view);
  if (!viewed) return null;
  const { atPool, base, pool } = viewed;
  const ofSpaces = (isOne: (row: ResultRow) => boolean, name: (row: ResultRow) => string): AxisStep[] =>
    atPool
      .filter((row) => row !== base && isOne(row))
      .sort(byBase)
      .map((row) => ({ name: name(row), row, difference: viewed.difference(row) ?? plain(viewed, row) }));
  const axes = {
    precision: ofSpaces(
      (row) => isSame(row, base),
      ({ precision }) => precision,
    ),
    dimension: ofSpaces((row) => !isSame(row, base) && row.precision === base.precision, spaceName),
    pool: poolsOf(rows)
      .filter(({ candidateSize }) => candidateSize !== pool.candidateSize)
      .flatMap((other): AxisStep[] => {
        const row = rows.find((one) => one.candidateSize === other.candidateSize && isSameCell(one, base));
        if (!row) return [];
        return [{ name: poolName(other), row, difference: change(base, row) ?? plain(viewed, row) }];
      }),
  };
  const sizes = AXES.flatMap((axis) =>
    axes[axis].flatMap(({ difference: { mean, low, high } }) => [mean, low, high].map(Math.abs)),
  );
  return {
    sentences: [foundByBase(viewed, view, false), alike(viewed, view)],
    axes,
    largest: Math.max(0, ...sizes.filter((size) => !Number.isNaN(size))),
  };
}

function plain({ recall, base }: ViewedRows, row: ResultRow): Difference {
  return { mean: recall(row).mean - recall(base).mean, low: NaN, high: NaN };
}

/** The smallest cell of which no loss is seen, with its size beside the base row's; where it is the base row, what that says. */
function alike({ atPool, base, paired }: ViewedRows, view: FindingView): FindingPart[] {
  if (atPool.length === 1) return [];
  if (!paired) return [NOT_SURE];
  const candidates = candidatesOf(atPool, { ...view, candidateSize: base.candidateSize });
  if (candidates.length === 0) return [];
  const first = smallestLossless(candidates)?.first;
  if (!first) return [`Every setting measured loses against ${view.baseline}.`];
  if (first.row !== base) {
    const ratio = first.bytes / base.memory.perVector;
    const size = ratio === 1 ? 'as many as' : ratioOf(ratio);
    const beside = Number.isNaN(ratio) ? '' : ` (${size} ${cellName(base)})`;
    return ['Smallest with no loss seen: ', linked(first), `, ${bytesOf(first)}${beside}.`];
  }
  if (smallest(candidates)!.bytes < first.bytes)
    return [`Every smaller setting loses against ${view.baseline}.`];
  return [linked(first), ` is the smallest setting measured, ${bytesOf(first)}; `, ...mostFound(candidates)];
}

/** Which of the larger cells finds most, where it is seen to find more. */
function mostFound(candidates: readonly Candidate[]): FindingPart[] {
  const best = bestWithin(candidates, Infinity)!.first;
  const { difference } = best;
  if (!difference || !excludesZero(difference)) return ['no larger one is seen to find more.'];
  return [linked(best), ` finds most: ${signedPoints(difference)} points in ${bytesOf(best)}.`];
}

const linked = ({ row }: Candidate): FindingPart => ({ text: cellName(row), experiment: row.experiment });
const bytesOf = ({ bytes }: Candidate): string => `${count(bytes)} B`;
