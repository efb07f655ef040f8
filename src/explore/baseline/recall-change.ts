import type { Matrix } from '../../math/matrix';
import type { Direction } from '../../protocol/direction';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import type { Difference } from '../../sweep/results/result';
import type { Setting } from '../../sweep/plan/setting';
import { changes, meanChange, withInterval } from '../paired-difference';
import { clusterOf } from '../queries';
import { cellKey } from '../../sweep/plan/setting';
import { isPairable, type RunOfCells } from './against';
import { valuesOfCells } from './cell-values';

/** A setting in pools of a size; Infinity is the whole gallery. */
type SettingInPool = Setting & { readonly size: number };

/** By how much Recall@K of a direction, or of both on average, changes from one setting and pool to another. */
export type RecallChange = (from: SettingInPool, to: SettingInPool) => Difference | null;

/** Paired by query, where the run has the ranks of both settings; else null. */
export function recallChange(
  run: Omit<RunOfCells, 'rows'>,
  direction: Direction | 'both',
  kIndex: number,
): RecallChange {
  if (!isPairable(run)) return () => null;
  const { qrels, ranks } = run.evidence!;
  const { ks } = run.sweep;
  const valuesOf = valuesOfCells(qrels, [ks[kIndex]]);
  const counted = new Map(ranks.filter(({ pool }) => pool === Infinity).map((one) => [cellKey(one), one]));
  // Recall is the first of the metrics at K.
  const recallOf = (cell: QueryRanks, size: number, one: Direction): Matrix<Float64Array> => {
    const { rows, cols, data } = valuesOf(cell, size, one).cut;
    return { rows, cols: 1, data: Float64Array.from({ length: rows }, (_, q) => data[q * cols]) };
  };
  const known = new Map<string, Matrix<Float64Array>>();
  const recallOnce = (cell: QueryRanks, size: number, one: Direction) => {
    const key = `${cellKey(cell)} ${size} ${one}`;
    const found = known.get(key) ?? recallOf(cell, size, one);
    known.set(key, found);
    return found;
  };
  return (from, to) => {
    const [a, b] = [from, to].map((one) => counted.get(cellKey(one)));
    if (!a || !b) return null;
    const changeIn = (one: Direction) =>
      changes(recallOnce(a, from.size, one), recallOnce(b, to.size, one), clusterOf(qrels, one))[0];
    return withInterval(
      direction === 'both'
        ? meanChange(changeIn('textToImage'), changeIn('imageToText'))
        : changeIn(direction),
    );
  };
}
