import type { BlockCounts, PlaceGrades, RankCounts } from '../../kernels/contract/rank';
import { joinArrays } from '../../math/join-arrays';
import type { Direction } from '../../protocol/direction';
import { DIRECTIONS, SIDES } from '../../protocol/direction';
import { addCounts, type BothDirectionsCounts } from '../../retrieval/pools/exact';
import type { InputSummary } from '../plan/input';
import type { EvaluatorPool } from './evaluator-pool';
import type { CountedPool, Job, QueryCounts } from './job';
import { isSymmetric, rescores } from './job';
import type { ReferencePools } from './reference-pool-stream';
import type { Engine } from './tools';

/** The counts of each direction, one pool size after another. */
export type RankedGroup = Readonly<Record<Direction, readonly CountedPool[]>>;

/** What ranks the queries of a group, and what is told of each finished block. */
export interface RankContext {
  readonly evaluators: EvaluatorPool;
  readonly engine: Engine;
  readonly input: InputSummary;
  /** Takes the share (0 … 1) that a finished block is of all the group's queries. */
  readonly advance: (share: number) => void;
}

/** 0 … rows − 1 as `count` neighbouring blocks [from, to) of about the same length, none of them empty. */
export function blocks(rows: number, count: number): (readonly [number, number])[] {
  const parts = Math.min(rows, Math.max(1, Math.ceil(count)));
  return Array.from({ length: parts }, (_, i) => [
    Math.floor((i * rows) / parts),
    Math.floor(((i + 1) * rows) / parts),
  ]);
}

const rowsOf = ({ texts, images }: InputSummary, side: 'text' | 'image') =>
  side === 'text' ? texts : images;

/** The blocks of queries that a direction is ranked in: at least so many, and none longer than a call may take. */
function queryBlocks(
  { engine, input }: RankContext,
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

const joinGrades = (parts: readonly PlaceGrades[]): PlaceGrades => {
  const column = (name: keyof PlaceGrades) =>
    joinArrays(
      parts.map((part) => part[name]),
      Float64Array,
    );
  return { mean: column('mean'), best: column('best'), worst: column('worst') };
};

/** Blocks of queries, end to end. */
const joinCounts = (parts: readonly RankCounts[]): RankCounts => {
  const grades = parts.flatMap((part) => part.grades ?? []);
  return {
    higher: joinArrays(
      parts.map(({ higher }) => higher),
      Uint32Array,
    ),
    tied: joinArrays(
      parts.map(({ tied }) => tied),
      Uint32Array,
    ),
    ...(grades.length > 0 && { grades: joinGrades(grades) }),
  };
};

const joinBlocks = (parts: readonly BlockCounts[]): BlockCounts => ({
  positiveScores: joinArrays(
    parts.map(({ positiveScores: own }) => own),
    Float32Array,
  ),
  counts: joinCounts(parts.map(({ counts: rows }) => rows)),
});

const joinParts = (parts: readonly QueryCounts[]): QueryCounts =>
  parts.every((part) => 'positiveScores' in part)
    ? joinBlocks(parts)
    : joinCounts(parts as readonly RankCounts[]);

const overGallery = (counts: QueryCounts, sizes: readonly number[]): CountedPool[] =>
  sizes.map((size) => ({ size, counted: 'gallery', counts }));

/** Both directions over the whole gallery: every pool size follows from the same counts. */
export async function rankGallery(
  context: RankContext,
  job: Job,
  sizes: readonly number[],
): Promise<RankedGroup> {
  const { evaluators, engine, advance } = context;
  if (isSymmetric(job) && engine.gpu === null) {
    const parts = queryBlocks(context, job, 'textToImage', evaluators.members.length);
    const done = await Promise.all(
      parts.map(async ([from, to]) => {
        const block = await evaluators.runOnIdle((evaluator) =>
          evaluator.rankBothDirections({ ...job, from, to }),
        );
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
    const parts = queryBlocks(context, job, direction, evaluators.members.length, rescores(job) ? 2 : 1);
    const done = await Promise.all(
      parts.map(async ([from, to]) => {
        const block = await evaluators.runOnIdle((evaluator) =>
          evaluator.rank({ ...job, direction, from, to }),
        );
        advance(0.5 / parts.length);
        return block;
      }),
    );
    return overGallery(joinParts(done), sizes);
  };
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

/** The counts of image→text, which every block of texts adds to. */
function summed(parts: readonly BothDirectionsCounts[]): BlockCounts {
  const [first, ...others] = parts.map(({ columns }) => columns);
  for (const { counts: rows } of others) addCounts(first.counts, rows);
  return first;
}

/** Both directions in pools drawn from the seed. */
export async function rankSampledPools(
  context: RankContext,
  job: Job,
  sizes: readonly number[],
): Promise<RankedGroup> {
  const rank = (direction: Direction) =>
    rankPools(context, job, direction, sizes, context.evaluators.members.length, ([from, to]) =>
      context.evaluators.runOnIdle((evaluator) =>
        evaluator.rankSampled({ ...job, direction, from, to }, sizes),
      ),
    );
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

/** Both directions in pools drawn from the reference's stream. */
export async function rankReferencePools(
  context: RankContext,
  job: Job,
  sizes: readonly number[],
  drawn: ReferencePools,
): Promise<RankedGroup> {
  const rank = (direction: Direction) =>
    // Pools of one range share their codes, so blocks are as large as can be: directions and groups keep all evaluators busy.
    rankPools(context, job, direction, sizes, 1, ([from, to]) =>
      context.evaluators.runOnIdle((evaluator) =>
        evaluator.rankDrawn({ ...job, direction, from, to }, drawn[direction]),
      ),
    );
  const [textToImage, imageToText] = await Promise.all(DIRECTIONS.map(rank));
  return { textToImage, imageToText };
}

async function rankPools(
  context: RankContext,
  job: Job,
  direction: Direction,
  sizes: readonly number[],
  leastBlocks: number,
  rankBlock: (block: readonly [number, number]) => Promise<readonly RankCounts[]>,
): Promise<CountedPool[]> {
  const parts = queryBlocks(context, job, direction, leastBlocks);
  const done = await Promise.all(
    parts.map(async (block) => {
      const counts = await rankBlock(block);
      context.advance(0.5 / parts.length);
      return counts;
    }),
  );
  return sizes.map((size, i) => ({
    size,
    counted: 'pools',
    counts: joinCounts(done.map((counts) => counts[i])),
  }));
}
