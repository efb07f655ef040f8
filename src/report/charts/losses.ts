import type { Precision } from '../../protocol/compression';
import type { Space } from '../../sweep/plan/spaces';
import type { Loss, ResultRow } from '../../sweep/results/result';
import type { Direction } from '../../protocol/direction';
import type { OverlaidName } from './encoding';
import type { Pool } from '../formats/pools';
import { compareSettings } from '../formats/spaces';

/** The steps that take Recall@K away in pools of one size, in their order. A smaller pool takes none away: it is an easier task. */
export const LOSS_PARTS = ['dimension', 'precision'] as const;
export type LossPart = (typeof LOSS_PARTS)[number];

/** What both take away together. */
export const lossInPool = ({ dimension, precision }: Loss): number => dimension + precision;

/** What the cell that others are compared with loses on the way to one cell in the same pools. */
export interface LossBar extends Space, Pool {
  readonly experiment: string;
  readonly precision: Precision;
  readonly loss: Loss;
  /** Present where two runs are drawn over each other. */
  readonly run?: OverlaidName;
}

/** The losses of the cells of one candidate size at one K, by space, then from the finest precision to the coarsest. */
export function lossBars(
  rows: readonly ResultRow[],
  direction: Direction,
  candidateSize: number,
  kIndex: number,
): LossBar[] {
  return rows
    .filter((row) => row.candidateSize === candidateSize)
    .flatMap((row) => {
      const loss = row[direction].loss?.[kIndex];
      const { experiment, dim, projection, precision, wholeGallery } = row;
      return loss ? [{ experiment, dim, projection, precision, candidateSize, wholeGallery, loss }] : [];
    })
    .sort(compareSettings);
}

/**
 * Round points of an axis on which every bar finds its place, zero among them.
 * @param most steps that the bars may span; the axis may end one step beyond them at either side
 */
export function pointTicks(bars: readonly LossBar[], most: number): number[] {
  const sums = (sign: 1 | -1) =>
    bars.map(({ loss }) => LOSS_PARTS.reduce((sum, part) => sum + Math.max(0, sign * 100 * loss[part]), 0));
  return roundPoints(Math.max(0, ...sums(-1)), Math.max(0, ...sums(1)), most);
}

/** Round points of an axis that reaches so far below zero and so far above it, by one point above at least. */
export function roundPoints(below: number, reach: number, most: number): number[] {
  const above = Math.max(1, reach);
  const step = [1, 2, 5, 10, 20, 50].find((size) => (below + above) / size <= most) ?? 100;
  const steps = (size: number) => Math.ceil(size / step - 1e-9);
  const first = -steps(below);
  return Array.from({ length: steps(above) - first + 1 }, (_, i) => (first + i) * step);
}
