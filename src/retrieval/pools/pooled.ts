import { union, type Range, type Ranges } from '../../compress/range-codes';
import type { Matrix } from '../../math/matrix';
import type { Kernels } from '../kernels/kernels';
import type { Counts } from '../rank';
import { countAhead, itemsOf, newCounts, relevantTo } from '../rank';
import type { RankTask } from '../rank-task';
import { poolOf, type DrawnPools } from './drawn';
import { firstPlaces } from './draw';
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

interface Group {
  readonly range: Range;
  readonly queries: number[];
}

/** The queries of a block by the range of their pools: those that share one share its codes. */
function groups({ from, to }: RankTask, { ranges }: PooledGallery, pools: DrawnPools): Group[] {
  const byRange = new Map<number, Map<number, Group>>();
  for (let q = from; q < to; q++) {
    const range = union(ranges, poolOf(pools, q)!);
    let byMax = byRange.get(range.min);
    if (!byMax) byRange.set(range.min, (byMax = new Map()));
    const group = byMax.get(range.max);
    if (group) group.queries.push(q);
    else byMax.set(range.max, { range, queries: [q] });
  }
  return [...byRange.values()].flatMap((byMax) => [...byMax.values()]);
}

/** Counts within drawn pools, each encoded by itself. */
export function rankPooled(
  kernels: Kernels,
  task: RankTask,
  gallery: PooledGallery,
  pools: DrawnPools,
): Counts {
  const out = newCounts(itemsOf(task.relevance, task.from, task.to));
  const { size } = pools;
  /** Where a gallery row stands among those of the group, if `groupOf` says that it does. */
  const place = new Uint32Array(gallery.vectors.rows);
  const groupOf = new Int32Array(gallery.vectors.rows).fill(-1);
  const list = new Uint32Array(gallery.vectors.rows);
  const pooled = new Float64Array(size);
  let group = 0;

  const rankGroup = ({ range }: Group, queries: readonly number[]) => {
    let rows = 0;
    for (const q of queries) {
      for (const row of poolOf(pools, q)!) {
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
    queries.forEach((q, i) => {
      const pool = poolOf(pools, q)!;
      for (let p = 0; p < size; p++) pooled[p] = scores[i * rows + place[pool[p]]];
      const relevant = relevantTo(task.relevance, q).length;
      countAhead(pooled, size, firstPlaces(relevant), out, placeOf(task, q));
    });
    group++;
  };

  const most = Math.max(1, Math.floor(HELD / gallery.vectors.rows));
  for (const one of groups(task, gallery, pools)) {
    for (let i = 0; i < one.queries.length; i += most) rankGroup(one, one.queries.slice(i, i + most));
  }
  return out;
}
