import type { Difference } from '../../../sweep/results/result';
import { excludesZero, hasInterval } from '../../../sweep/results/result';
import { count } from '../../../report/formats/format';
import { points, signedPoints } from '../../../report/formats/points';

/** Bytes of a vector as they are: 258 B, 2 048 B. */
export const vectorBytes = (bytes: number): string => `${count(bytes)}\u00a0B`;

/** The words of choosing a setting. */
export const CHOOSE = {
  heading: 'Choose',
  before: 'At most',
  after: 'bytes a vector:',
  field: 'Bytes a vector at most',
  slider: 'Bytes a vector at most, on a logarithmic scale',
  take: 'take',
  nothingFits: (smallest: string, bytes: number) =>
    `nothing measured is as small; ${smallest} takes least, ${vectorBytes(bytes)}.`,
  pending: 'the first rows are to come.',
  noBytes: 'These results do not say how many bytes a vector takes, so nothing can be chosen by them.',
  by: (k: number, where: string, baseline: string) =>
    `By Recall@${k}, ${where}. Differences are from ${baseline}.`,
  smallest: 'Smallest with no difference seen',
  best: (budget: number) => `Best within ${vectorBytes(budget)}`,
  fastest: 'Fastest',
  noFastest:
    'Not told: each cell’s speed is timed for less than a millisecond, too short to tell cells apart.',
  noSmallest: 'Without paired intervals it cannot be told.',
  noBest: 'Nothing measured is as small.',
  bytes: 'Bytes a vector',
  recall: 'Recall',
  difference: 'Difference',
  next: 'Next:',
  noNext: 'Nothing else fits.',
  /** What the next one costs and finds beside the first: 256 B more, 0.9 points less. */
  nextCosts: (bytes: number, recall: number) =>
    [
      Math.round(bytes) === 0
        ? 'as many bytes'
        : `${vectorBytes(Math.abs(bytes))} ${bytes > 0 ? 'more' : 'less'}`,
      points(recall) === '0'
        ? 'as much found'
        : `${points(Math.abs(recall))} points ${recall > 0 ? 'more' : 'less'} found`,
    ].join(', '),
  change(difference: Difference | undefined): string {
    if (!difference) return 'not compared';
    if (!hasInterval(difference)) return `${signedPlain(difference.mean)} points`;
    if (difference.low === 0 && difference.high === 0) return 'no difference';
    if (!excludesZero(difference)) {
      return `no difference seen (±\u00a0${points((difference.high - difference.low) / 2)} points)`;
    }
    return `${signedPoints(difference)} points`;
  },
};

const signedPlain = (mean: number): string => `${mean > 0 && points(mean) !== '0' ? '+' : ''}${points(mean)}`;
