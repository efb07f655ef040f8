import type { Direction } from '../../protocol/direction';
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
    }));
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

/** What takes least of all cells of which no difference is seen: their paired interval holds 0. Null where no interval is known. */
export const smallestAlike = (candidates: readonly Candidate[]): Choice | null =>
  firstOf(
    candidates
      .filter(({ difference }) => difference && hasInterval(difference) && !excludesZero(difference))
      .sort(byBytes),
  );

/** What takes least; undefined where there is nothing. */
export const smallest = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort(byBytes).at(0);
