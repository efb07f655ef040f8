import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Qrels } from '../../kernels/contract/qrels';
import { relevantTo } from '../../kernels/contract/qrels';
import {
  answerable,
  gatherQueries,
  mostRelevant,
  onlyRelevant,
  qrelsFrom,
  qrelsOfLists,
  transpose,
} from './qrels';

const [QUERIES, GALLERY] = [6, 4];
const key = (query: number, item: number) => `${query} ${item}`;

/** Distinct graded pairs in any order. */
const judged = fc
  .uniqueArray(
    fc.record({
      query: fc.nat(QUERIES - 1),
      item: fc.nat(GALLERY - 1),
      grade: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ query, item }) => key(query, item) },
  )
  .map((pairs) => ({
    pairs,
    qrels: qrelsFrom(
      {
        queries: Uint32Array.from(pairs, ({ query }) => query),
        items: Uint32Array.from(pairs, ({ item }) => item),
        grades: Float32Array.from(pairs, ({ grade }) => grade),
      },
      QUERIES,
      GALLERY,
    ),
  }));

/** Grade by query and item. */
const table = ({ queries, offsets, items, grades }: Qrels) =>
  new Map(
    Array.from({ length: queries }, (_, q) => q).flatMap((q) =>
      Array.from(items.subarray(offsets[q], offsets[q + 1]), (item, i): [string, number] => [
        key(q, item),
        grades![offsets[q] + i],
      ]),
    ),
  );

test('qrels hold exactly the pairs they were made of, with their grades', () => {
  fc.assert(
    fc.property(judged, ({ pairs, qrels }) => {
      expect(table(qrels)).toEqual(new Map(pairs.map(({ query, item, grade }) => [key(query, item), grade])));
      expect(answerable(qrels)).toBe(new Set(pairs.map(({ query }) => query)).size);
      const counts = Array.from({ length: QUERIES }, (_, q) => relevantTo(qrels, q).length);
      expect(mostRelevant(qrels)).toBe(Math.max(...counts));
      expect(onlyRelevant(qrels)).toEqual(counts.every((count) => count === 1) ? qrels.items : null);
    }),
  );
});

test('turned round, every pair is swapped and knows where it came from; turned twice, they are the same pairs', () => {
  fc.assert(
    fc.property(judged, ({ qrels }) => {
      const { qrels: turned, sources } = transpose(qrels);
      const swapped = [...table(qrels)].map(([pair, grade]) => [pair.split(' ').reverse().join(' '), grade]);
      expect(table(turned)).toEqual(new Map(swapped as [string, number][]));
      sources.forEach((source, i) => expect(turned.grades![i]).toBe(qrels.grades![source]));
      expect(table(transpose(turned).qrels)).toEqual(table(qrels));
    }),
  );
});

test('queries in another order keep their relevant items', () => {
  fc.assert(
    fc.property(judged, fc.array(fc.nat(QUERIES - 1)), ({ qrels }, order) => {
      const gathered = gatherQueries(qrels, Uint32Array.from(order));
      expect(gathered.queries).toBe(order.length);
      order.forEach((q, i) => expect(relevantTo(gathered, i)).toEqual(relevantTo(qrels, q)));
    }),
  );
});

test('lists of relevant rows are the pairs that they name', () => {
  const lists = [[2, 0], [], [1]];
  const pairs = { queries: Uint32Array.of(0, 0, 2), items: Uint32Array.of(2, 0, 1) };
  expect(qrelsOfLists(lists, GALLERY)).toEqual(qrelsFrom(pairs, lists.length, GALLERY));
});
