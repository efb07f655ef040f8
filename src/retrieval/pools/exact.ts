import type { Packed } from '../../compress/packed';
import type { Kernels } from '../../kernels/contract/kernels';
import type { Qrels } from '../../kernels/contract/qrels';
import type { BlockCounts, RankCounts, RankTask } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { mostRelevant, queryOfItems, type Transposed } from '../ranks/qrels';

/** Counts a block of queries over the whole gallery, from which every pool follows in expectation. */
export function rankExact(kernels: Kernels, { queries, gallery, qrels, from, to }: RankTask): BlockCounts {
  const items = qrels.items.subarray(qrels.offsets[from], qrels.offsets[to]);
  const own = kernels.pairScores(
    { packed: queries, list: queryOfItems(qrels, from, to) },
    { packed: gallery, list: items },
  );
  const first = qrels.offsets.subarray(from, to + 1);
  return {
    positiveScores: own,
    counts: kernels.count({ queries, from, to, gallery, rows: { first, positiveScores: own } }).rows,
  };
}

/** A block of both directions at once. */
export interface BothDirectionsCounts extends BlockCounts {
  /** For each relevant text of each image in order: its score, and what the block's texts add to its counts. */
  readonly columns: BlockCounts;
}

/** Both sides, each held alike as queries and as gallery. */
export interface BothDirectionsTask {
  readonly texts: Packed;
  readonly images: Packed;
  /** Which images are relevant to each text, and which texts to each image. */
  readonly qrels: Qrels;
  readonly transposed: Transposed;
  /** The score of each relevant image, in the order of qrels.items. */
  readonly own: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** Counts a block of texts among all images, and all images among that block of texts, from one product. */
export function rankBothDirections(kernels: Kernels, task: BothDirectionsTask): BothDirectionsCounts {
  const { texts, images, qrels, transposed, own, from, to } = task;
  const { offsets, items } = transposed.qrels;
  const slots = mostRelevant(transposed.qrels);
  const columnOwn = new Float32Array(slots * images.rows).fill(Infinity);
  const eachItem = (act: (item: number, slot: number) => void) => {
    for (let image = 0; image < images.rows; image++) {
      for (let item = offsets[image]; item < offsets[image + 1]; item++) {
        act(item, (item - offsets[image]) * images.rows + image);
      }
    }
  };
  const ownOfItems = Float32Array.from(transposed.sources, (source) => own[source]);
  eachItem((item, slot) => (columnOwn[slot] = ownOfItems[item]));

  const first = qrels.offsets.subarray(from, to + 1);
  const blockOwn = own.slice(first[0], first[to - from]);
  const counted = kernels.count({
    queries: texts,
    from,
    to,
    gallery: images,
    rows: { first, positiveScores: blockOwn },
    columns: { slots, positiveScores: columnOwn },
  });
  const columns = newRankCounts(items.length);
  eachItem((item, slot) => {
    columns.higher[item] = counted.columns!.higher[slot];
    columns.tied[item] = counted.columns!.tied[slot];
  });
  return {
    positiveScores: blockOwn,
    counts: counted.rows,
    columns: { positiveScores: ownOfItems, counts: columns },
  };
}

/** The score of each text with each of its relevant images, in the order of qrels.items. */
export function scoresOfRelevant(
  kernels: Kernels,
  texts: Packed,
  images: Packed,
  qrels: Qrels,
): Float32Array {
  const list = queryOfItems(qrels, 0, texts.rows);
  return kernels.pairScores({ packed: texts, list }, { packed: images, list: qrels.items });
}

/** Adds the counts of a block to those of others. */
export function addCounts(sums: RankCounts, more: RankCounts): void {
  more.higher.forEach((count, i) => (sums.higher[i] += count));
  more.tied.forEach((count, i) => (sums.tied[i] += count));
}
