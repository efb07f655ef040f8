import type { PcgState } from '../math/pcg64';
import type { Counts } from '../retrieval/rank';
import type { EvaluatorPort } from './evaluator';
import type { Direction, InputSummary } from './input';
import type { Job, Ranked } from './job';

/** Products of two numbers that one call may take: a fraction of a second in plain code. */
const BLOCK_WORK = 64e6;

/** The queries and the gallery rows of a direction. */
export function countsOf({ texts, images }: InputSummary, direction: Direction) {
  return direction === 'textToImage'
    ? { queries: texts, gallery: images }
    : { queries: images, gallery: texts };
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
 * Ranks all queries of a direction, block by block, for pools of each size; the stream, where pools have one, is
 * handed from block to block. Yields the queries of each finished block.
 */
export async function* rankDirection(
  evaluator: EvaluatorPort,
  job: Job,
  sizes: readonly number[],
  direction: Direction,
  input: InputSummary,
  stream: PcgState | undefined,
): AsyncGenerator<number, Ranked> {
  const { queries, gallery } = countsOf(input, direction);
  const block = Math.max(1, Math.floor(BLOCK_WORK / (gallery * job.dim)));
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
  const counts = sizes.map((_, i) => joinCounts(blocks.map((ranked) => ranked.counts[i])));
  return { counts, ...(next && { stream: next }) };
}
