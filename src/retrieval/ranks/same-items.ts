import { qrelsFrom, queryOfItems, transpose, type Qrels, type Transposed } from './qrels';

/** Queries and gallery rows that are the same item: it is never an answer to itself. No row is there twice. */
export interface SameItems {
  readonly queries: Uint32Array;
  readonly items: Uint32Array;
}

/** The same pairs, asked from the other side. */
export const turnedRound = ({ queries, items }: SameItems): SameItems => ({ queries: items, items: queries });

/** The gallery row that each query is, −1 for none. */
export function ownRows({ queries, items }: SameItems, count: number): Int32Array {
  const own = new Int32Array(count).fill(-1);
  queries.forEach((query, i) => (own[query] = items[i]));
  return own;
}

/** Qrels that also have each query's own row, so that it is scored and taken out of the counts with the relevant items. */
export interface QrelsWithOwn {
  readonly qrels: Qrels;
  /** 1 for each of its items that is the query itself. */
  readonly isQuery: Uint8Array;
}

/** Adds its own row to the items of each query: as `asked`, and turned round as `transposed` and `turned`. */
export function withOwnRows(
  qrels: Qrels,
  same: SameItems,
): { readonly asked: QrelsWithOwn; readonly transposed: Transposed; readonly turned: QrelsWithOwn } {
  const relevant = qrels.items.length;
  const queries = new Uint32Array(relevant + same.queries.length);
  const items = new Uint32Array(queries.length);
  queries.set(queryOfItems(qrels, 0, qrels.queries));
  queries.set(same.queries, relevant);
  items.set(qrels.items);
  items.set(same.items, relevant);
  const joined = qrelsFrom({ queries, items }, qrels.queries, qrels.gallery);
  const own = ownRows(same, qrels.queries);
  const queryOf = queryOfItems(joined, 0, joined.queries);
  const isQuery = Uint8Array.from(joined.items, (item, i) => Number(own[queryOf[i]] === item));
  const transposed = transpose(joined);
  return {
    asked: { qrels: joined, isQuery },
    transposed,
    turned: {
      qrels: transposed.qrels,
      isQuery: Uint8Array.from(transposed.sources, (source) => isQuery[source]),
    },
  };
}
