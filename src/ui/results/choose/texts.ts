import type { Speed } from '../../../retrieval/speed/speed';
import type { Difference } from '../../../sweep/results/result';
import { excludesZero, hasInterval } from '../../../sweep/results/result';
import type { TimedCandidate } from '../../../report/choose/choose';
import { isFaster } from '../../../report/choose/choose';
import { count, counted, duration, perSecond } from '../../../report/formats/format';
import { changeInWords, points, pointsWithMargin, signedPoints } from '../../../report/formats/points';

/** Bytes of a vector as they are: 258 B, 2 048 B. */
export const vectorBytes = (bytes: number): string => `${count(bytes)}\u00a0B`;

/** The words of choosing a setting. */
export const CHOOSE = {
  heading: 'Choose',
  before: 'At most',
  after: 'bytes a vector:',
  field: 'Bytes a vector at most',
  notBytes: 'Enter a number of bytes.',
  slider: 'Bytes a vector at most, on a logarithmic scale',
  take: 'take',
  at: 'at',
  nothingFits: (smallest: string, bytes: number) =>
    `nothing measured is as small; ${smallest} takes least, ${vectorBytes(bytes)}.`,
  pending: 'the first results will appear here.',
  noBytes: 'These results do not say how many bytes a vector takes, so nothing can be chosen by them.',
  by: (k: number, where: string, baseline: string) =>
    `By Recall@${k}, ${where}. Differences are from ${baseline}.`,
  smallest: 'Smallest with no loss seen',
  best: (budget: number) => `Best within ${vectorBytes(budget)}`,
  noSmallest: 'Without paired intervals it cannot be told.',
  noBest: 'Nothing measured is as small.',
  bytes: 'Bytes a vector',
  recall: 'Recall',
  difference: 'Difference',
  next: 'Next:',
  noMoreLossless: 'Nothing else with no loss seen finds more.',
  noMore: 'Nothing measured finds more.',
  /** What the next one costs and finds beside the first: 256 B more, 2.9 ± 1.3 points more found. */
  nextCosts: (bytes: number, change: Difference) =>
    `${Math.round(bytes) === 0 ? 'as many bytes' : `${vectorBytes(bytes)} more`}, ${moreFound(change)}`,
  /** What follows the name and bytes of a smaller cell, after those of the best. */
  alike: ({ low, high }: Difference) =>
    `shows no difference from it (±\u00a0${points((high - low) / 2)} points)`,
  itself: (isPinned: boolean) =>
    isPinned ? 'the pinned setting itself' : 'what the others are compared with',
  smallerLose: 'Every smaller setting loses against it.',
  noSmaller: 'No smaller setting was measured.',
  change(difference: Difference | undefined): string {
    return difference ? changeInWords(difference) : 'not compared';
  },
};

function moreFound(change: Difference): string {
  if (!hasInterval(change)) return `${points(change.mean)} points more found (interval not known)`;
  if (!excludesZero(change)) return `no difference seen (${signedPoints(change)} points)`;
  return `${pointsWithMargin(change)} points more found`;
}

/** The words of what is fastest. */
export const FASTEST = {
  heading: 'Fastest with no loss seen',
  ofAll: 'Fastest of all',
  speed: 'Queries/s',
  /** How much slower the next one is: 12 % slower. */
  nextIs: (next: Speed, first: Speed) =>
    isFaster(first, next)
      ? `${Math.round(100 * (1 - next.median / first.median))} % slower`
      : 'about as fast: their samples overlap',
  noNext: 'Nothing else fits.',
  ofAllIs: ({ speed }: TimedCandidate, change: string) => `${perSecond(speed.median)} queries/s, ${change}`,
};

const wholeSeconds = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 10 ? `${whole} s` : duration(whole);
};

/** The words of measuring speeds. */
export const MEASURE_SPEED = {
  label: 'Measuring speeds',
  afterwards: 'Speed can be measured once the run has ended.',
  notExample: 'Speed is measured after a run of your own, on its vectors.',
  notOpened: 'The file has no speeds that can be told apart, and none of the vectors to measure them with.',
  known: (known: number, all: number) =>
    known === 0
      ? 'Not measured yet. The sweep times each cell too briefly to tell cells apart; this takes longer.'
      : `${count(known)} of ${counted(all, 'setting')} measured.`,
  unsteady: (settings: number) =>
    `The samples of ${counted(settings, 'setting')} lie far apart: something else kept this machine busy.`,
  press: (known: number, all: number) => {
    if (known === 0) return 'Measure speed';
    return known < all ? `Measure the other ${count(all - known)}` : 'Measure again';
  },
  about: (settings: number, seconds: number) =>
    `${counted(settings, 'setting')}, both directions, about ${wholeSeconds(seconds)}`,
  method: 'In the whole gallery, on one thread: median of seven samples, slowest and fastest.',
  finding: 'Reading the vectors of the run …',
  progress: (nth: number, total: number, seconds: number) =>
    `Setting ${count(nth)} of ${count(total)}, about ${wholeSeconds(seconds)} left`,
  cancel: 'Cancel',
  cancelKeeps: 'What is measured stays.',
  failed: (reason: string) => `The speed could not be measured: ${reason}`,
};
