import { expect, test } from 'vitest';
import { NO_RELEVANT } from '../retrieval/ranks/first-relevant';
import { compareQueries, outcomeOf } from './compare-queries';
import { listQueries } from './list-queries';

/** Ranks of queries without ties over the whole gallery. */
const ranks = (higher: readonly number[]) => ({
  pool: Infinity,
  ranks: { higher: Uint32Array.from(higher), tied: new Uint32Array(higher.length) },
});
/** Five queries; the last has no relevant item. */
const qrels = { gallery: 20, offsets: Uint32Array.of(0, 1, 2, 3, 4, 4) };
const a = ranks([0, 2, 9, 4, NO_RELEVANT]);
const b = ranks([0, 5, 1, 12, NO_RELEVANT]);

test('in the whole gallery a query is lost where the right item leaves the first K, and won where it enters them', () => {
  const compared = compareQueries(a, b, qrels, Infinity, 5);
  expect([0, 1, 2, 3, 4].map((query) => outcomeOf(compared, query))).toEqual([
    'same',
    'lost',
    'won',
    'lost',
    'not asked',
  ]);
  expect(compared).toMatchObject({ lost: 2, won: 1, same: 1, lostHits: 2, wonHits: 1 });
  expect([...compared.rank.b]).toEqual([1, 6, 2, 13, NaN]);
});

test('in pools the chance of a hit counts: in pools of half the negatives half of them are ahead on average', () => {
  const { hits, rank } = compareQueries(a, b, { ...qrels, gallery: 21 }, 11, 5);
  expect(rank.b[1]).toBe(3.5);
  expect(hits.a[3]).toBe(1);
  expect(hits.b[3]).toBeGreaterThan(0);
  expect(hits.b[3]).toBeLessThan(0.5);
});

test('ties count as their expected value', () => {
  const tied = { ...a, ranks: { ...a.ranks, tied: Uint32Array.of(9, 0, 0, 0, 0) } };
  const { hits, rank } = compareQueries(a, tied, qrels, Infinity, 5);
  expect([hits.b[0], rank.b[0]]).toEqual([0.5, 5.5]);
});

const captions = ['A red boat', 'a red house', 'a boat at sea', 'Red boat, red sail', 'nothing'];
const list = (filter: Partial<Parameters<typeof listQueries>[1]>, margins?: Float64Array) => [
  ...listQueries(
    compareQueries(a, b, qrels, Infinity, 5),
    { outcome: 'all', words: '', order: 'data', ...filter },
    (query) => captions[query],
    margins,
  ),
];

test('queries are listed by outcome, words and order', () => {
  expect(list({})).toEqual([0, 1, 2, 3]);
  expect(list({ outcome: 'lost' })).toEqual([1, 3]);
  expect(list({ outcome: 'lost', order: 'fell' })).toEqual([3, 1]);
  expect(list({ order: 'worst' })).toEqual([3, 1, 2, 0]);
  expect(list({ outcome: 'won', order: 'fell' })).toEqual([2]);
  expect(list({ order: 'margin' }, Float64Array.of(0.1, -0.2, 0.3, 0.1, NaN))).toEqual([2, 0, 3, 1]);
  expect(list({ order: 'margin' })).toEqual([0, 1, 2, 3]);
  expect(list({ words: 'boat RED' })).toEqual([0, 3]);
  expect(list({ words: 'train' })).toEqual([]);
});
