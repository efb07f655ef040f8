import type { Format, Packed } from '../../src/compress/packed';
import { relevantTo } from '../../src/kernels/contract/qrels';
import type { BlockCounts, RankCounts, RankTask } from '../../src/kernels/contract/rank';
import { PlainKernels } from '../../src/kernels/plain/plain';
import type { Adapter } from '../../src/kernels/webgpu/adapter';
import { GpuRanker } from '../../src/kernels/webgpu/ranker';
import { fromHalves } from '../../src/math/float16';
import { Pcg64 } from '../../src/math/random/pcg64';
import { rankExact } from '../../src/retrieval/pools/exact';
import { excludeRelevant } from '../../src/retrieval/ranks/exclude-relevant';
import { randomRelevance, randomVectors, withTwins, type Values } from './random-vectors';

/** A task to rank on the GPU and in plain code. */
export interface Case {
  readonly formats: readonly [Format, Format];
  readonly queries: number;
  readonly gallery: number;
  readonly cols: number;
  /** The most relevant items that a query has. */
  readonly most: number;
  readonly values: Values;
  readonly twins?: boolean;
  readonly rowScales?: boolean;
  /** Bytes of one buffer of the gallery. */
  readonly partBytes?: number;
  /** Does without the packed byte product where the browser has it. */
  readonly withoutDot4?: boolean;
}

export interface Comparison {
  readonly items: number;
  /** Items that have a tied negative, in plain code. */
  readonly tied: number;
  readonly tiedOnGpu: number;
  /** Items of which a count differs from plain code. */
  readonly different: number;
  /** Items of which a count lies outside what scores less or more the tolerance allow. */
  readonly outside: number;
}

/** What two scores may differ in, of vectors whose length is about 1. */
const TOLERANCE = 1e-5;

/** A ranker as the lab opens it, or one with less than the GPU offers where a case asks for that. */
async function openFor({ partBytes, withoutDot4 }: Case): Promise<GpuRanker> {
  const ranker = await GpuRanker.open();
  if (!ranker) throw new Error('No adapter.');
  if (partBytes === undefined && !withoutDot4) return ranker;
  ranker.close();
  const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
  return new GpuRanker(device, { ...ranker.adapter, halves: false, dot4: !withoutDot4 }, partBytes);
}

/** The task of a case, all its queries but the first, so that blocks start anywhere. */
function taskOf({ formats, queries, gallery, cols, most, values, twins, rowScales }: Case): RankTask {
  const bits = new Pcg64(7);
  const qrels = randomRelevance(bits, queries, gallery, most);
  const drawn = randomVectors(bits, formats[1], gallery, cols, values);
  const stored = twins ? withTwins(drawn) : drawn;
  return {
    queries: randomVectors(bits, formats[0], queries, cols, values),
    gallery: rowScales
      ? { ...stored, rowScales: Float32Array.from({ length: gallery }, (_, row) => (1 + (row % 9)) / 1270) }
      : stored,
    qrels,
    from: 1,
    to: queries,
  };
}

/** A row of floats or halves as numbers. */
const numbers = ({ codes, stride }: Packed, row: number): Float32Array => {
  const own = codes.subarray(row * stride, (row + 1) * stride);
  return own instanceof Uint16Array ? fromHalves(own) : Float32Array.from(own);
};

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

/** How many items have counts that no scores within the tolerance of the exact ones allow. */
function outsideTolerance({ queries, gallery, qrels, from, to }: RankTask, counts: RankCounts): number {
  const rows = Array.from({ length: gallery.rows }, (_, row) => numbers(gallery, row));
  let outside = 0;
  let at = 0;
  for (let q = from; q < to; q++) {
    const query = numbers(queries, q);
    const scores = rows.map((row) => dot(query, row));
    const relevant = relevantTo(qrels, q);
    const own = Array.from(relevant, (row) => scores[row]).sort((a, b) => b - a);
    const negatives = scores.filter((_, row) => !relevant.includes(row));
    for (const score of own) {
      const least = negatives.filter((x) => x > score + TOLERANCE).length;
      const most = negatives.filter((x) => x >= score - TOLERANCE).length;
      const higher = counts.higher[at];
      if (higher < least || higher + counts.tied[at] > most) outside++;
      at++;
    }
  }
  return outside;
}

const kernels = new PlainKernels();

/** What blocks of a task, end to end, come to among the negatives alone. */
function negatives({ qrels, from, to }: RankTask, blocks: readonly BlockCounts[]): RankCounts {
  const start = qrels.offsets[from];
  const part = {
    queries: to - from,
    gallery: qrels.gallery,
    offsets: qrels.offsets.slice(from, to + 1).map((offset) => offset - start),
    items: qrels.items.subarray(start, qrels.offsets[to]),
  };
  const ahead = {
    higher: Uint32Array.from(blocks.flatMap(({ counts: rows }) => [...rows.higher])),
    tied: Uint32Array.from(blocks.flatMap(({ counts: rows }) => [...rows.tied])),
  };
  return excludeRelevant(
    part,
    ahead,
    Float32Array.from(blocks.flatMap(({ positiveScores: own }) => [...own])),
  );
}

/** Ranks a case in both ways, on the GPU in two blocks of queries. */
async function compare(test: Case): Promise<Comparison> {
  const task = taskOf(test);
  const ranker = await openFor(test);
  if (!ranker.supports(task.queries, task.gallery)) throw new Error('The pair is not supported.');
  const middle = task.from + Math.floor((task.to - task.from) / 2);
  const blocks = [await ranker.rank({ ...task, to: middle }), await ranker.rank({ ...task, from: middle })];
  const plain = negatives(task, [rankExact(kernels, task)]);
  ranker.close();
  const gpu = negatives(task, blocks);
  const same = (_: number, i: number): boolean =>
    gpu.higher[i] === plain.higher[i] && gpu.tied[i] === plain.tied[i];
  return {
    items: plain.higher.length,
    tied: plain.tied.filter((n) => n > 0).length,
    tiedOnGpu: gpu.tied.filter((n) => n > 0).length,
    different: plain.higher.length - gpu.higher.filter(same).length,
    outside: test.formats[0].startsWith('f') ? outsideTolerance(task, gpu) : 0,
  };
}

/** Ranks cases on one ranker all at once, and tells of each whether its counts are those of plain code. */
async function together(tests: readonly Case[]): Promise<readonly boolean[]> {
  const ranker = await openFor(tests[0]);
  const tasks = tests.map(taskOf);
  const counts = await Promise.all(tasks.map((task) => ranker.rank(task)));
  ranker.close();
  return tasks.map(
    (task, i) => JSON.stringify(counts[i].counts) === JSON.stringify(rankExact(kernels, task).counts),
  );
}

/** The adapter that a ranker opens here; null where it finds none. */
async function adapter(): Promise<Adapter | null> {
  const ranker = await GpuRanker.open();
  ranker?.close();
  return ranker?.adapter ?? null;
}

/** Why a ranker is lost after close, and what becomes of a task given to it then. */
async function afterClose(test: Case): Promise<{ readonly lost: string; readonly ranked: string }> {
  const ranker = await openFor(test);
  ranker.close();
  const ranked = await ranker.rank(taskOf(test)).then(
    () => 'counts',
    () => 'an error',
  );
  return { lost: await ranker.lost, ranked };
}

export const checks = { compare, together, adapter, afterClose };
