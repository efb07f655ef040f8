import type { Qrels } from '../../kernels/contract/qrels';

export type { Qrels };

/** Pairs of a query row and a gallery row that are relevant to each other, in any order, none of them twice. */
export interface RelevantPairs {
  readonly queries: Uint32Array;
  readonly items: Uint32Array;
  /** Grades above 0; absent where all pairs are equally relevant. */
  readonly grades?: Float32Array;
}

/** Qrels turned round: the gallery asks and the queries are its gallery. */
export interface Transposed {
  readonly qrels: Qrels;
  /** Relevant item i of these qrels is item sources[i] of the ones that were turned round. */
  readonly sources: Uint32Array;
}

/** Qrels of queries that have exactly one relevant item each: item[q], of a gallery of so many rows. */
export function oneRelevantEach(item: Uint32Array, gallery: number): Qrels {
  const offsets = Uint32Array.from({ length: item.length + 1 }, (_, q) => q);
  return { queries: item.length, gallery, offsets, items: item };
}

/** Where each of so many rows begins when pairs are sorted by row. */
function offsetsOf(rowOfPairs: Uint32Array, rows: number): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  for (const row of rowOfPairs) offsets[row + 1]++;
  for (let row = 0; row < rows; row++) offsets[row + 1] += offsets[row];
  return offsets;
}

/** The numbers of pairs, sorted by their row; pairs of one row keep their order. */
function sortedByRow(rowOfPairs: Uint32Array, offsets: Uint32Array): Uint32Array {
  const next = offsets.slice(0, -1);
  const order = new Uint32Array(rowOfPairs.length);
  rowOfPairs.forEach((row, pair) => (order[next[row]++] = pair));
  return order;
}

/** The qrels that pairs make; the relevant items of a query keep the order of the pairs. */
export function qrelsFrom(pairs: RelevantPairs, queries: number, gallery: number): Qrels {
  const offsets = offsetsOf(pairs.queries, queries);
  const order = sortedByRow(pairs.queries, offsets);
  const { items, grades } = pairs;
  return {
    queries,
    gallery,
    offsets,
    items: order.map((pair) => items[pair]),
    ...(grades && { grades: Float32Array.from(order, (pair) => grades[pair]) }),
  };
}

/** The qrels of queries that have these relevant gallery rows, each of them once. */
export function qrelsOfLists(rows: readonly (readonly number[])[], gallery: number): Qrels {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((items, q) => (offsets[q + 1] = offsets[q] + items.length));
  return { queries: rows.length, gallery, offsets, items: Uint32Array.from(rows.flat()) };
}

/** The query of each relevant item of the queries from … to − 1. */
export function queryOfItems({ offsets }: Qrels, from: number, to: number): Uint32Array {
  const queries = new Uint32Array(offsets[to] - offsets[from]);
  for (let q = from; q < to; q++) queries.fill(q, offsets[q] - offsets[from], offsets[q + 1] - offsets[from]);
  return queries;
}

/** Which queries are relevant to each gallery row, in the order of the queries. */
export function transpose(given: Qrels): Transposed {
  const { queries, gallery, items, grades } = given;
  const offsets = offsetsOf(items, gallery);
  const sources = sortedByRow(items, offsets);
  const queryOf = queryOfItems(given, 0, queries);
  const qrels = {
    queries: gallery,
    gallery: queries,
    offsets,
    items: sources.map((source) => queryOf[source]),
    ...(grades && { grades: Float32Array.from(sources, (source) => grades[source]) }),
  };
  return { qrels, sources };
}

/** Qrels of texts beside those of images, to which the texts are relevant that they are relevant to. */
export const bothDirections = (textToImage: Qrels) => ({
  textToImage,
  imageToText: transpose(textToImage).qrels,
});

/** The same qrels with their queries in another order: query i is query order[i] of before. */
export function gatherQueries({ gallery, offsets, items, grades }: Qrels, order: Uint32Array): Qrels {
  const moved = new Uint32Array(order.length + 1);
  order.forEach((q, i) => (moved[i + 1] = moved[i] + offsets[q + 1] - offsets[q]));
  const movedItems = new Uint32Array(moved[order.length]);
  const movedGrades = grades && new Float32Array(movedItems.length);
  order.forEach((q, i) => {
    movedItems.set(items.subarray(offsets[q], offsets[q + 1]), moved[i]);
    movedGrades?.set(grades!.subarray(offsets[q], offsets[q + 1]), moved[i]);
  });
  return {
    queries: order.length,
    gallery,
    offsets: moved,
    items: movedItems,
    ...(movedGrades && { grades: movedGrades }),
  };
}

/** The most relevant items that a query has. */
export function mostRelevant({ queries, offsets }: Qrels): number {
  let most = 0;
  for (let q = 0; q < queries; q++) most = Math.max(most, offsets[q + 1] - offsets[q]);
  return most;
}

/** Queries that have a relevant item, in their order, by how many they have, the fewest first. */
export function queriesByRelevant({ queries, offsets }: Qrels): [relevant: number, queries: number[]][] {
  const groups = new Map<number, number[]>();
  for (let q = 0; q < queries; q++) {
    const relevant = offsets[q + 1] - offsets[q];
    if (relevant === 0) continue;
    const group = groups.get(relevant);
    if (group) group.push(q);
    else groups.set(relevant, [q]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

/** How many queries have a relevant item. */
export function answerable({ queries, offsets }: Qrels): number {
  let count = 0;
  for (let q = 0; q < queries; q++) if (offsets[q + 1] > offsets[q]) count++;
  return count;
}

/** The relevant item of each query where every one has exactly one; else null. */
export function onlyRelevant({ queries, offsets, items }: Qrels): Uint32Array | null {
  for (let q = 0; q < queries; q++) if (offsets[q + 1] - offsets[q] !== 1) return null;
  return items;
}

/** Whether a query has relevant items of several grades; where none does, grades change no metric. */
export function hasUnequalGrades({ queries, offsets, grades }: Qrels): boolean {
  if (!grades) return false;
  for (let q = 0; q < queries; q++) {
    for (let i = offsets[q] + 1; i < offsets[q + 1]; i++) if (grades[i] !== grades[i - 1]) return true;
  }
  return false;
}
