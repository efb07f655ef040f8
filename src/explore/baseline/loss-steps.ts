import type { Direction } from '../../protocol/direction';
import type { LossSteps } from '../../sweep/results/loss-steps';
import type { Difference, ResultRow } from '../../sweep/results/result';
import type { Setting } from '../../sweep/plan/setting';
import { cellKey } from '../../sweep/plan/setting';
import type { RunOfCells } from './against';
import { recallChange } from './recall-change';

const NOTHING: Difference = { mean: 0, low: 0, high: 0 };
const plain = (mean: number): Difference => ({ mean, low: NaN, high: NaN });
/** What is gained, as what is lost. */
const lost = ({ mean, low, high }: Difference): Difference => ({
  mean: 0 - mean,
  low: 0 - high,
  high: 0 - low,
});

/**
 * The steps from the base to a row, and what each costs in one direction: with intervals where the steps can be paired by query, else from the numbers of
 * the rows alone. Null where these are not known either, and where the row is compared with nothing.
 * @param run whose rows are compared with the base
 */
export function lossSteps(
  run: RunOfCells,
  base: Setting,
  row: ResultRow,
  direction: Direction,
  kIndex: number,
): LossSteps | null {
  const paired = recallChange(run, direction, kIndex);
  const recallOf = recallIn(run, direction, kIndex);
  const change = (from: Setting, to: Setting, pool: ResultRow, otherwise: number): Difference => {
    if (cellKey(from) === cellKey(to)) return NOTHING;
    const size = sizeOf(pool);
    const found = paired({ ...from, size }, { ...to, size });
    if (found) return lost(found);
    const byRows = recallOf(from, pool) - recallOf(to, pool);
    return plain(Number.isNaN(byRows) ? otherwise : byRows);
  };
  const { dim, projection, precision } = row;
  const cell: Setting = { dim, projection, precision };
  const middle: Setting = { dim, projection, precision: base.precision };
  const known = row[direction].loss?.[kIndex];
  const own = row[direction].difference?.recall[kIndex];
  const steps = {
    dimension: change(base, middle, row, known?.dimension ?? NaN),
    precision: change(middle, cell, row, known?.precision ?? NaN),
  };
  if (!own || Number.isNaN(steps.dimension.mean + steps.precision.mean)) return null;
  return {
    base,
    cell: { ...cell, candidateSize: row.candidateSize, wholeGallery: row.wholeGallery },
    ...steps,
    total: lost(own),
    pool: poolStep(run, base, row, direction, kIndex),
  };
}

/** Recall@K of a setting in the pool of a row; NaN where it has no row there. */
const recallIn =
  ({ rows }: RunOfCells, direction: Direction, kIndex: number) =>
  (setting: Setting, { candidateSize }: ResultRow): number => {
    const isIt = (row: ResultRow) => row.candidateSize === candidateSize && cellKey(row) === cellKey(setting);
    return rows.find(isIt)?.[direction].recall[kIndex].mean ?? NaN;
  };

const sizeOf = ({ wholeGallery, candidateSize }: ResultRow): number =>
  wholeGallery ? Infinity : candidateSize;

/** What the larger of two pools costs the base: that of the row and the smallest one, or the largest where it is the smallest. */
function poolStep(
  run: RunOfCells,
  base: Setting,
  row: ResultRow,
  direction: Direction,
  kIndex: number,
): LossSteps['pool'] {
  const bySize = [...run.rows].sort((a, b) => a.candidateSize - b.candidateSize);
  const [smallest, largest] = [bySize[0], bySize[bySize.length - 1]];
  const [small, large] = row.candidateSize === smallest.candidateSize ? [row, largest] : [smallest, row];
  if (small.candidateSize === large.candidateSize) return null;
  const change = recallChange(
    run,
    direction,
    kIndex,
  )({ ...base, size: sizeOf(small) }, { ...base, size: sizeOf(large) });
  const recallOf = recallIn(run, direction, kIndex);
  const byRows = recallOf(base, small) - recallOf(base, large);
  const byLoss = large.wholeGallery ? -(small[direction].loss?.[kIndex].pool ?? NaN) : NaN;
  const loss = change ? lost(change) : plain(Number.isNaN(byRows) ? byLoss : byRows);
  return Number.isNaN(loss.mean) ? null : { small: poolOf(small), large: poolOf(large), loss };
}

const poolOf = ({ candidateSize, wholeGallery }: ResultRow) => ({ candidateSize, wholeGallery });
