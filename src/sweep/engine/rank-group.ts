import type { Ahead } from '../../kernels/contract/kernels';
import { addAhead, type BlockAhead, type BothDirectionsCounts } from '../../retrieval/pools/exact';
import type { RankCounts } from '../../retrieval/ranks/rank';
import type { Direction, InputSummary } from '../plan/input';
import { DIRECTIONS, SIDES } from '../plan/input';
import { blocks } from './blocks';
import type { Engine } from './evaluator';
import { isSymmetric, rescores } from './evaluator';
import type { EvaluatorPool } from './evaluator-pool';
import type { CountedPool, Found, Job } from './job';
import type { DrawnPass } from './reference-pool-stream';

/** What was counted for each direction, a pool size after the other. */
export type RankedPass = Readonly<Record<Direction, readonly CountedPool[]>>;

/** Who ranks a pass, and who hears of each finished block. */
export interface Ranking {
  readonly crew: EvaluatorPool;
  readonly engine: Engine;
  readonly input: InputSummary;
  /** Takes the share 0 … 1 of the pass that a finished block is. */
  readonly advance: (share: number) => void;
}

const rowsOf = ({ texts, images }: InputSummary, side: 'text' | 'image') =>
  side === 'text' ? texts : images;

/** The blocks of queries that a direction is ranked in: at least so many, and none that takes long. */
function queryBlocks(
  { engine, input }: Ranking,
  { dim }: Job,
  direction: Direction,
  least: number,
  times = 1,
) {
  const queries = rowsOf(input, SIDES[direction].query);
  const gallery = rowsOf(input, SIDES[direction].gallery);
  const work = queries * gallery * dim * times;
  return blocks(queries, Math.max(least, work / engine.maxOpsPerCall));
}

function joined<A extends Uint32Array | Float32Array>(
  parts: readonly A[],
  empty: new (length: number) => A,
): A {
  const out = new empty(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Blocks of queries, end to end. */
const joinAhead = (parts: readonly (Ahead | RankCounts)[]): RankCounts => ({
  higher: joined(
    parts.map(({ higher }) => higher),
    Uint32Array,
  ),
  tied: joined(
    parts.map(({ tied }) => tied),
    Uint32Array,
  ),
});

const joinBlocks = (parts: readonly BlockAhead[]): BlockAhead => ({
  own: joined(
    parts.map(({ own }) => own),
    Float32Array,
  ),
  rows: joinAhead(parts.map(({ rows }) => rows)),
});

const joinFound = (parts: readonly Found[]): Found =>
  parts.every((part) => 'own' in part) ? joinBlocks(parts) : joinAhead(parts as readonly RankCounts[]);

const overGallery = (found: Found, sizes: readonly number[]): CountedPool[] =>
  sizes.map((size) => ({ size, counted: 'gallery', found }));

/** Both directions over the whole gallery: every pool size follows from the same counts. */
export async function rankGallery(ranking: Ranking, job: Job, sizes: readonly number[]): Promise<RankedPass> {
  const { crew, engine, advance } = ranking;
  if (isSymmetric(job) && engine.gpu === null) {
    const parts = queryBlocks(ranking, job, 'textToImage', crew.members.length);
    const done = await Promise.all(
      parts.map(async ([from, to]) => {
        const block = await crew.runOnIdle((member) => member.rankBothDirections({ ...job, from, to }));
        advance(1 / parts.length);
        return block;
      }),
    );
    return {
      textToImage: overGallery(joinBlocks(done), sizes),
      imageToText: overGallery(summed(done), sizes),
    };
  }
  const rank = async (direction: Direction): Promise<CountedPool[]> => {
    const parts = queryBlocks(ranking, job, direction, crew.members.length, rescores(job) ? 2 : 1);
    const done = await Promise.all(
      parts.map(async ([from, to]) => {
        const block = await crew.runOnIdle((member) => member.rank({ ...job, direction, from, to }));
        advance(0.5 / parts.length);
        return block;
      }),
    );
    return overGallery(joinFound(done), sizes);
  };
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

/** What blocks of texts add up to for the texts that are relevant to each image. */
function summed(parts: readonly BothDirectionsCounts[]): BlockAhead {
  const [first, ...others] = parts.map(({ columns }) => columns);
  for (const { rows } of others) addAhead(first.rows, rows);
  return first;
}

/** Both directions in pools drawn from the seed. */
export async function rankSampledPools(
  ranking: Ranking,
  job: Job,
  sizes: readonly number[],
): Promise<RankedPass> {
  const rank = (direction: Direction) =>
    rankPools(ranking, job, direction, sizes, ranking.crew.members.length, ([from, to]) =>
      ranking.crew.runOnIdle((member) => member.rankSampled({ ...job, direction, from, to }, sizes)),
    );
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

/** Both directions in the pools that were drawn from the reference's stream. */
export async function rankReferencePools(
  ranking: Ranking,
  job: Job,
  sizes: readonly number[],
  drawn: DrawnPass,
): Promise<RankedPass> {
  const rank = (direction: Direction) =>
    // Pools of one range share their codes, the more of them the better: directions and passes keep all evaluators busy.
    rankPools(ranking, job, direction, sizes, 1, ([from, to]) =>
      ranking.crew.runOnIdle((member) => member.rankDrawn({ ...job, direction, from, to }, drawn[direction])),
    );
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

async function rankPools(
  ranking: Ranking,
  job: Job,
  direction: Direction,
  sizes: readonly number[],
  leastBlocks: number,
  rankBlock: (block: readonly [number, number]) => Promise<readonly RankCounts[]>,
): Promise<CountedPool[]> {
  const parts = queryBlocks(ranking, job, direction, leastBlocks);
  const done = await Promise.all(
    parts.map(async (block) => {
      const counts = await rankBlock(block);
      ranking.advance(0.5 / parts.length);
      return counts;
    }),
  );
  return sizes.map((size, i) => ({
    size,
    counted: 'pools',
    found: joinAhead(done.map((counts) => counts[i])),
  }));
}
