import { union, type Range, type Ranges } from '../../compress/range-codes';
import type { Kernels } from '../../kernels/contract/kernels';
import { gradesOf, itemsOf, relevantTo } from '../../kernels/contract/qrels';
import type { RankCounts, RankTask } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import type { Matrix } from '../../math/matrix';
import { hasUnequalGrades } from '../ranks/qrels';
import { countListed } from '../ranks/rank';
import { poolOf, type DrawnPools } from './drawn';
import { placeOf } from './scored';

/** A gallery whose codes depend on the pool that a row is ranked in. */
export interface PooledGallery {
  readonly vectors: Matrix;
  readonly ranges: Ranges;
  /** Codes are 0 … levels over the range of the pool. */
  readonly levels: number;
}

/** Scores held at once. */
const HELD = 2 ** 22;

/** A query, and which of the pools drawn for it. */
interface Asked {
  readonly q: number;
  readonly drawn: number;
}

/** Pools with the same range, in order of their queries: they share their codes. */
interface Group {
  readonly range: Range;
  readonly asked: Asked[];
}

/** All pools of a block of queries, by range. */
function groups(
  { qrels, from, to }: RankTask,
  { ranges }: PooledGallery,
  pools: readonly DrawnPools[],
): Group[] {
  const byRange = new Map<number, Map<number, Group>>();
  for (let q = from; q < to; q++) {
    if (relevantTo(qrels, q).length === 0) continue;
    for (let drawn = 0; drawn < pools.length; drawn++) {
      const range = union(ranges, poolOf(pools[drawn], q)!);
      let byMax = byRange.get(range.min);
      if (!byMax) byRange.set(range.min, (byMax = new Map()));
      const group = byMax.get(range.max);
      if (group) group.asked.push({ q, drawn });
      else byMax.set(range.max, { range, asked: [{ q, drawn }] });
    }
  }
  return [...byRange.values()].flatMap((byMax) => [...byMax.values()]);
}

/** Counts within drawn pools, each encoded by itself: one entry for each size. None of them is the whole gallery. */
export function rankPooled(
  kernels: Kernels,
  task: RankTask,
  gallery: PooledGallery,
  pools: readonly DrawnPools[],
): RankCounts[] {
  const graded = hasUnequalGrades(task.qrels);
  const out = pools.map(() => newRankCounts(itemsOf(task.qrels, task.from, task.to), graded));
  /** Where a gallery row stands among those of the group, if `groupOf` says that it does. */
  const place = new Uint32Array(gallery.vectors.rows);
  const groupOf = new Int32Array(gallery.vectors.rows).fill(-1);
  const list = new Uint32Array(gallery.vectors.rows);
  const places = new Uint32Array(Math.max(0, ...pools.map(({ size }) => size)));
  let group = 0;

  const rankGroup = (range: Range, asked: readonly Asked[]) => {
    const queries: number[] = [];
    let rows = 0;
    for (const { q, drawn } of asked) {
      if (queries.at(-1) !== q) queries.push(q);
      for (const row of poolOf(pools[drawn], q)!) {
        if (groupOf[row] === group) continue;
        groupOf[row] = group;
        place[row] = rows;
        list[rows++] = row;
      }
    }
    const scores = kernels.rangeScores(
      { packed: task.queries, list: Uint32Array.from(queries) },
      gallery,
      list.subarray(0, rows),
      range,
    );
    let i = 0;
    for (const { q, drawn } of asked) {
      if (queries[i] !== q) i++;
      const pool = poolOf(pools[drawn], q)!;
      for (let p = 0; p < pool.length; p++) places[p] = place[pool[p]];
      const row = scores.subarray(i * rows, (i + 1) * rows);
      const own = task.own?.[q] ?? -1;
      if (own >= 0 && groupOf[own] === group) row[place[own]] = -Infinity;
      countListed(
        row,
        places.subarray(0, pool.length),
        relevantTo(task.qrels, q).length,
        out[drawn],
        placeOf(task, q),
        gradesOf(task.qrels, q),
      );
    }
    group++;
  };

  const most = Math.max(1, Math.floor(HELD / gallery.vectors.rows));
  for (const { range, asked } of groups(task, gallery, pools)) {
    for (let i = 0; i < asked.length; i += most) rankGroup(range, asked.slice(i, i + most));
  }
  return out;
}
