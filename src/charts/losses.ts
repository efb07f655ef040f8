import { PRECISIONS, type Precision } from '../sweep/config';
import type { Loss, ResultRow } from '../sweep/result';
import type { Direction } from './encoding';

/** The steps that take Recall@K away, in their order. */
export const LOSS_PARTS = ['pool', 'dimension', 'precision'] as const;
export type LossPart = (typeof LOSS_PARTS)[number];

/** What fp32 at the base dimension, ranked in the whole gallery, loses on the way to one cell. */
export interface LossBar {
  readonly experiment: string;
  readonly dim: number;
  readonly precision: Precision;
  readonly candidateSize: number;
  readonly loss: Loss;
}

/** The losses of the cells of one candidate size at one K, by dimension, then from the finest precision to the coarsest. */
export function lossBars(
  rows: readonly ResultRow[],
  direction: Direction,
  candidateSize: number,
  kIndex: number,
): LossBar[] {
  return rows
    .filter((row) => row.candidateSize === candidateSize)
    .flatMap((row) => {
      const loss = row[direction]?.loss?.[kIndex];
      const { experiment, dim, precision } = row;
      return loss ? [{ experiment, dim, precision, candidateSize, loss }] : [];
    })
    .sort((a, b) => a.dim - b.dim || fineness(a.precision) - fineness(b.precision));
}

/** How many cells of one candidate size were measured but have no loss to show. */
export function withoutLoss(rows: readonly ResultRow[], direction: Direction, candidateSize: number): number {
  return rows.filter(
    (row) => row.candidateSize === candidateSize && row[direction] && row[direction].loss === undefined,
  ).length;
}

/** A precision's place from the finest, 0, to the coarsest. */
export const fineness = (precision: Precision): number => PRECISIONS.indexOf(precision);
