import type { LossSteps } from '../../sweep/results/loss-steps';
import { excludesZero, hasInterval, type Difference } from '../../sweep/results/result';
import { points, pointsWithMargin } from '../formats/points';
import { poolInWords, poolName } from '../formats/pools';
import { causeOf, cellInWords, cellName, spaceName } from '../formats/spaces';
import { isSameCell } from './viewed';

/** One bar: what a step is, what it costs, and by which name its colour goes. */
export interface LossStepBar {
  readonly part: 'dimension' | 'precision' | 'pool';
  readonly label: string;
  readonly loss: Difference;
}

/** The steps that a person may take one by one, in words. */
export function lossStepBars({ base, cell, dimension, precision, pool }: LossSteps): LossStepBar[] {
  const step = (name: string, from: string, to: string) =>
    `${name}: ${from === to ? `${to} in both` : `${from} → ${to}`}`;
  return [
    { part: 'dimension', label: step('Dimension', spaceName(base), spaceName(cell)), loss: dimension },
    { part: 'precision', label: step('Precision', base.precision, cell.precision), loss: precision },
    ...(pool
      ? [
          {
            part: 'pool' as const,
            label: step('Pool', poolName(pool.small), poolName(pool.large)),
            loss: pool.loss,
          },
        ]
      : []),
  ];
}

/** Points lost, as charts have room for: 17.4 ± 2.0, with ○ where none are seen; 17.4 where the interval is not known. */
export function lossText(loss: Difference): string {
  if (!hasInterval(loss)) return points(loss.mean);
  if (loss.low === 0 && loss.high === 0) return '0';
  return `${excludesZero(loss) ? '' : '○ '}${pointsWithMargin(loss)}`;
}

/** What a cell loses against the base, what of it each step costs, and what a larger pool costs; a sentence each. */
export function lossStepsInWords(steps: LossSteps, k: number, against: string): string[] {
  const { base, cell, dimension, precision, total, pool } = steps;
  const where = cell.wholeGallery ? 'in the whole gallery' : `in ${poolInWords(cell)}`;
  const causes = [
    { name: causeOf(cell), loss: dimension },
    { name: 'the precision', loss: precision },
  ].filter(({ loss }) => !isNothing(loss));
  const parts = causes.length > 1 ? `: ${causes.map(({ name, loss }) => costs(name, loss)).join(', ')}` : '';
  const lost = isNothing(total)
    ? `finds as much as ${against} ${where}`
    : `${changed(total, `points of Recall@${k}`)} against ${against} ${where}`;
  return [
    isSameCell(base, cell)
      ? `${cellName(cell)} is what the other cells are compared with, so no step leads to it.`
      : `${cellName(cell)} ${lost}${parts}.`,
    ...(pool
      ? [
          `Searching in ${poolInWords(pool.large)} instead of ${poolInWords(pool.small)} costs ${cellInWords(base)} ${sized(pool.loss)} points: a larger pool is a harder task for every cell, so that this is no part of the loss.`,
        ]
      : []),
  ];
}

const isNothing = ({ mean, low, high }: Difference): boolean => mean === 0 && low === 0 && high === 0;
const isUnseen = (loss: Difference): boolean => hasInterval(loss) && !excludesZero(loss);
const sized = (loss: Difference): string =>
  hasInterval(loss) ? pointsWithMargin({ ...loss, mean: Math.abs(loss.mean) }) : points(Math.abs(loss.mean));

function changed(loss: Difference, unit: string): string {
  if (isUnseen(loss)) return `shows no difference (${sized(loss)} ${unit})`;
  return `${loss.mean < 0 ? 'gains' : 'loses'} ${sized(loss)} ${unit}`;
}

function costs(name: string, loss: Difference): string {
  if (isUnseen(loss)) return `no cost of ${name} is seen (± ${points((loss.high - loss.low) / 2)})`;
  return `${name} ${loss.mean < 0 ? 'adds' : 'costs'} ${sized(loss)}`;
}
