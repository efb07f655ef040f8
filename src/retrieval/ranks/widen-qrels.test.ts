import { expect, test } from 'vitest';
import { relevantTo } from '../../kernels/contract/qrels';
import { qrelsFrom, qrelsOfLists, transpose } from './qrels';
import { widenQrels } from './widen-qrels';

const none = (rows: number) =>
  qrelsOfLists(
    Array.from({ length: rows }, () => []),
    rows,
  );
const lists = (qrels: Parameters<typeof relevantTo>[0]) =>
  Array.from({ length: qrels.queries }, (_, q) => [...relevantTo(qrels, q)].sort((a, b) => a - b));

const given = qrelsOfLists([[0], [1], [2, 3], []], 5);

test('nothing is like anything: the same qrels', () => {
  expect(lists(widenQrels(given, none(4), none(5)))).toEqual(lists(given));
});

test('what is like a relevant item is added, and what is relevant to a query like this one', () => {
  const likeItems = qrelsOfLists([[4], [], [], [], [0]], 5);
  expect(lists(widenQrels(given, none(4), likeItems))).toEqual([[0, 4], [1], [2, 3], []]);
  const likeQueries = qrelsOfLists([[], [], [3], [2]], 4);
  expect(lists(widenQrels(given, likeQueries, none(5)))).toEqual([[0], [1], [2, 3], [2, 3]]);
});

test('both directions widen alike: the transpose of the one is the other', () => {
  const likeQueries = qrelsOfLists([[1], [0], [], []], 4);
  const likeItems = qrelsOfLists([[], [2, 4], [1], [], [1]], 5);
  const there = widenQrels(given, likeQueries, likeItems);
  const back = widenQrels(transpose(given).qrels, likeItems, likeQueries);
  expect(lists(transpose(there).qrels)).toEqual(lists(back));
});

test('an added item has the highest grade of those it is like; a query is no answer to itself', () => {
  const graded = qrelsFrom(
    { queries: Uint32Array.of(0, 0, 1), items: Uint32Array.of(0, 1, 2), grades: Float32Array.of(1, 3, 2) },
    2,
    4,
  );
  const likeItems = qrelsOfLists([[3], [3], [0], []], 4);
  const widened = widenQrels(graded, none(2), likeItems, Int32Array.of(-1, 0));
  expect(lists(widened)).toEqual([[0, 1, 3], [2]]);
  expect([...widened.grades!]).toEqual([1, 3, 3, 2]);
});
