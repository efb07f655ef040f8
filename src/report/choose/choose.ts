import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import {
  excludesZero,
  hasInterval,
  partOf,
  type Difference,
  type Estimate,
  type ResultRow,
} from '../../sweep/results/result';

/** By what cells are chosen: Recall at the kIndex-th K in pools of one size, in one direction or on average over both. */
export interface Question {
  readonly direction: Direction | 'both';
  readonly kIndex: number;
  readonly candidateSize: number;
}

/** A cell that can be chosen. */
export interface Candidate {
  readonly row: ResultRow;
  /** Of one stored gallery vector. */
  readonly bytes: number;
  readonly recall: Estimate;
  /** From what the rows are compared with; absent where they are not. */
  readonly difference: Difference | undefined;
  /** Queries per second in the whole gallery; absent where that was not measured. */
  readonly speed: Speed | undefined;
}

/** What comes first, and what more bytes would find. */
export interface Choice {
  readonly first: Candidate;
  /** The smallest that finds more; null where nothing does. */
  readonly next: Candidate | null;
}

/** By how much Recall@K changes from one row to another, paired by query; null where that is not known. */
export type RowChange = (from: ResultRow, to: ResultRow) => Difference | null;

/** Every cell of the pool asked for whose bytes are known, however its vectors came to their dimension. */
export function candidatesOf(
  rows: readonly ResultRow[],
  { direction, kIndex, candidateSize }: Question,
): Candidate[] {
  const part = partOf(direction);
  return rows
    .filter((row) => row.candidateSize === candidateSize && Number.isFinite(row.memory.perVector))
    .map((row) => ({
      row,
      bytes: row.memory.perVector,
      recall: row[part].recall[kIndex],
      difference: row[part].difference?.recall[kIndex],
      speed: speedOf(row, direction),
    }));
}

/** Of both directions: that of as many queries of each, one after the other. */
function speedOf({ gallerySpeed }: ResultRow, direction: Question['direction']): Speed | undefined {
  if (direction !== 'both' || !gallerySpeed) return gallerySpeed?.[direction as Direction];
  const { textToImage, imageToText } = gallerySpeed;
  const both = (figure: keyof Speed) => 2 / (1 / textToImage[figure] + 1 / imageToText[figure]);
  return { median: both('median'), slowest: both('slowest'), fastest: both('fastest') };
}

/** Recall that differs by less is the same: it is a sum of products in double precision. */
const SAME = 1e-12;

/** The highest recall first, of equal ones the fewest bytes. */
const byRecall = (a: Candidate, b: Candidate): number =>
  Math.abs(a.recall.mean - b.recall.mean) < SAME ? a.bytes - b.bytes : b.recall.mean - a.recall.mean;

/** The fewest bytes first, of equal ones the highest recall. */
const byBytes = (a: Candidate, b: Candidate): number => a.bytes - b.bytes || b.recall.mean - a.recall.mean;

function choiceOf(first: Candidate | undefined, among: readonly Candidate[]): Choice | null {
  if (!first) return null;
  const findsMore = ({ recall }: Candidate) => recall.mean - first.recall.mean > SAME;
  return { first, next: smallest(among.filter(findsMore)) ?? null };
}

/** What finds most in so many bytes a vector at most; null where nothing is as small. */
export const bestWithin = (candidates: readonly Candidate[], budget: number): Choice | null =>
  choiceOf(candidates.filter(({ bytes }) => bytes <= budget).sort(byRecall)[0], candidates);

/** Whether no loss is seen: the paired interval is known and does not lie below 0. */
const losesNothing = ({ difference }: Candidate): boolean =>
  difference !== undefined && hasInterval(difference) && difference.high >= 0;

/** What takes least of all cells of which no loss is seen, and the next of them. Null where there is none, or no interval is known. */
export function smallestLossless(candidates: readonly Candidate[]): Choice | null {
  const lossless = candidates.filter(losesNothing);
  return choiceOf(smallest(lossless), lossless);
}

/** Of the cells smaller than this one, the smallest of which no difference from it is seen. Null where there is none, or no interval is known. */
export function smallestAlike(
  candidates: readonly Candidate[],
  of: Candidate,
  changeOf: RowChange,
): { readonly alike: Candidate; readonly change: Difference } | null {
  // A paired interval is no wider than both of their own together, so what these tell apart need not be paired.
  const near = candidates.filter(({ bytes, recall }) => bytes < of.bytes && recall.high >= of.recall.low);
  for (const alike of near.sort(byBytes)) {
    const change = changeOf(of.row, alike.row);
    if (change && hasInterval(change) && !excludesZero(change)) return { alike, change };
  }
  return null;
}

/** A cell whose speed was measured. */
export interface TimedCandidate extends Candidate {
  readonly speed: Speed;
}

/** The fastest cell of which no loss is seen, what would come without it, and the fastest of all. */
export interface FastestChoice {
  /** Null where there is none, or no interval is known. */
  readonly lossless: { readonly first: TimedCandidate; readonly next: TimedCandidate | null } | null;
  readonly ofAll: TimedCandidate;
}

/** Of the cells whose speed was measured, by their medians; null where there are none. */
export function fastest(candidates: readonly Candidate[]): FastestChoice | null {
  const timed = candidates
    .filter((one): one is TimedCandidate => one.speed !== undefined)
    .sort((a, b) => b.speed.median - a.speed.median || byRecall(a, b));
  if (timed.length === 0) return null;
  const [first, next = null] = timed.filter(losesNothing);
  return { lossless: first ? { first, next } : null, ofAll: timed[0] };
}

/** Whether two speeds are told apart: no sample of the one is as slow as the other's fastest. */
export const isFaster = (a: Speed, b: Speed): boolean => a.slowest > b.fastest;

/** What takes least; undefined where there is nothing. */
export const smallest = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort(byBytes).at(0);
