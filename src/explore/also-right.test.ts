import { expect, test } from 'vitest';
import { matrix } from '../math/matrix';
import { qrelsOfLists, transpose } from '../retrieval/ranks/qrels';
import { alsoRight } from './also-right';

/** Unit vectors at these angles, in degrees. */
const at = (...degrees: readonly number[]) =>
  matrix(
    degrees.length,
    2,
    Float64Array.from(degrees.flatMap((a) => [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)])),
  );

const relevant = qrelsOfLists([[0], [2], [3]], 4);
const asked = {
  queries: at(0, 6, 90),
  gallery: at(40, 45, 120, 200),
  relevantFor: transpose(relevant).qrels,
};
const query = Float32Array.of(1, 0);

test('an item near-identical to a right one, and one that is right for a near-identical query, are perhaps right too', () => {
  const found = alsoRight(Uint32Array.of(0, 1, 2, 3), query, Uint32Array.of(0), asked);
  expect(found).toEqual([
    null,
    { like: 'right item', cosine: expect.closeTo(Math.cos(Math.PI / 36), 12) },
    { like: 'query', cosine: expect.closeTo(Math.cos(Math.PI / 30), 6) },
    null,
  ]);
});

test('nothing is near-identical to a right item where a query has none', () => {
  const found = alsoRight(Uint32Array.of(1, 2), query, new Uint32Array(0), asked);
  expect(found.map((one) => one?.like)).toEqual([undefined, 'query']);
});

test('the length of a vector does not matter', () => {
  const [longer] = alsoRight(Uint32Array.of(2), Float32Array.of(5, 0), Uint32Array.of(0), asked);
  expect(longer?.like).toBe('query');
});
