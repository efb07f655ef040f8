import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import {
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

/** What comes first, and what would have without it. */
export interface Choice {
  readonly first: Candidate;
  /** Null where nothing else fits. */
  readonly next: Candidate | null;
}

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

function firstOf(candidates: Candidate[]): Choice | null {
  return candidates.length === 0 ? null : { first: candidates[0], next: candidates[1] ?? null };
}

/** What finds most in so many bytes a vector at most; null where nothing is as small. */
export const bestWithin = (candidates: readonly Candidate[], budget: number): Choice | null =>
  firstOf(candidates.filter(({ bytes }) => bytes <= budget).sort(byRecall));

/** Whether no loss is seen: the paired interval is known and does not lie below 0. */
const losesNothing = ({ difference }: Candidate): boolean =>
  difference !== undefined && hasInterval(difference) && difference.high >= 0;

/** What takes least of all cells of which no loss is seen. Null where there is none, or no interval is known. */
export const smallestLossless = (candidates: readonly Candidate[]): Choice | null =>
  firstOf(candidates.filter(losesNothing).sort(byBytes));

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
