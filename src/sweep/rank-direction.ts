import type { PcgState } from '../math/pcg64';
import type { Counts } from '../retrieval/rank';
import type { EvaluatorPort } from './evaluator';
import type { Direction, InputSummary } from './input';
import { SIDES } from './input';
import type { Job, Ranked } from './job';

/** Products of two numbers that one call may take: a fraction of a second in plain code. */
const BLOCK_WORK = 64e6;

/** A direction ranked: the counts of all its queries for each pool size. */
export interface RankedDirection {
  readonly counts: ReadonlyMap<number, Counts>;
  /** Where the reference's stream stands after it. */
  readonly stream: PcgState | undefined;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const out = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The blocks of one pool size, end to end. */
function joinCounts(blocks: readonly Counts[]): Counts {
  return {
    better: joined(blocks.map(({ better }) => better)),
    tied: joined(blocks.map(({ tied }) => tied)),
  };
}

/**
 * Ranks all queries of a direction for pools of each size, block by block, so that it can be counted and stopped;
 * the stream, where pools have one, is handed from block to block. Yields the queries of each finished block.
 */
export async function* rankDirection(
  evaluator: EvaluatorPort,
  job: Job,
  direction: Direction,
  sizes: readonly number[],
  input: InputSummary,
  stream: PcgState | undefined,
): AsyncGenerator<number, RankedDirection> {
  const rows = { text: input.texts, image: input.images };
  const queries = rows[SIDES[direction].query];
  const block = Math.max(1, Math.floor(BLOCK_WORK / (rows[SIDES[direction].gallery] * job.dim)));
  const blocks: Ranked[] = [];
  let next = stream;
  for (let from = 0; from < queries; from += block) {
    const to = Math.min(from + block, queries);
    const ranked = await evaluator.rank({
      ...job,
      direction,
      from,
      to,
      sizes,
      ...(next && { stream: next }),
    });
    next = ranked.stream;
    blocks.push(ranked);
    yield to - from;
  }
  const counts = sizes.map((size, i) => [size, joinCounts(blocks.map((b) => b.counts[i]))] as const);
  return { counts: new Map(counts), stream: next };
}
