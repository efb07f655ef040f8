import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relevantTo } from '../kernels/contract/qrels';
import { row } from '../math/matrix';
import { bothDirections, qrelsOfLists } from '../retrieval/ranks/qrels';
import type { EvaluationInput } from '../sweep/plan/input';
import {
  configOf,
  delayedEvaluators,
  evaluatorsOf,
  madeUpInput,
  rowsOf,
  untimed,
} from '../../tests/support/cells';
import { alsoRight } from './also-right';
import { sweepWidened } from './near-identical';

const config = configOf({ dims: [8], precisions: ['fp32', 'int8'], candidateSizes: [15, 'all'], ks: [1, 3] });

/** Unlike vectors, some of which are then copied over others of their side. */
const crowded = fc
  .record({
    texts: fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 5 }),
    images: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 5 }),
  })
  .map(({ texts, images }) => {
    const input = madeUpInput(26, 20, 8);
    for (const [from, to] of texts) row(input.text, to).set(row(input.text, from));
    for (const [from, to] of images) row(input.image, to).set(row(input.image, from));
    return input;
  });

/** The qrels to which every item is added that `alsoRight` marks. */
function marked(input: EvaluationInput): Set<string> {
  const { textToImage, imageToText } = bothDirections(input.qrels);
  const pairs = new Set<string>();
  for (let text = 0; text < input.text.rows; text++) {
    const right = relevantTo(textToImage, text);
    const items = Uint32Array.from({ length: input.image.rows }, (_, image) => image);
    const vectors = { queries: input.text, gallery: input.image, relevantFor: imageToText };
    for (const image of right) pairs.add(`${text} ${image}`);
    alsoRight(items, row(input.text, text), right, vectors).forEach((also, image) => {
      if (also) pairs.add(`${text} ${image}`);
    });
  }
  return pairs;
}

test('what counts as right is what is given and what is marked, and the results are those of a sweep over it', async () => {
  let added = 0;
  await fc.assert(
    fc.asyncProperty(crowded, async (input) => {
      const shares: number[] = [];
      const widened = await sweepWidened(delayedEvaluators(2, 3), input, config, (share) =>
        shares.push(share),
      );
      const pairs = [...marked(input)].map((pair) => pair.split(' ').map(Number));
      expect(widened).toMatchObject({
        given: input.qrels.items.length,
        added: pairs.length - input.qrels.items.length,
      });
      added += widened.added;
      const lists = Array.from({ length: input.text.rows }, (_, text) =>
        pairs.filter(([query]) => query === text).map(([, image]) => image),
      );
      const expected = await rowsOf(
        { ...input, qrels: qrelsOfLists(lists, input.image.rows) },
        widened.sweep,
      );
      expect(widened.rows.map(untimed)).toEqual(expected.map(untimed));
      expect(shares.at(-1)).toBeCloseTo(1, 6);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    }),
    { numRuns: 15 },
  );
  expect(added).toBeGreaterThan(0);
});

test('it ends when it is cancelled', async () => {
  const signal = {
    aborted: true,
    throwIfAborted: () => {
      throw new DOMException('Cancelled.', 'AbortError');
    },
  };
  await fc.assert(
    fc.asyncProperty(crowded, async (input) => {
      await expect(sweepWidened(evaluatorsOf(), input, config, () => undefined, signal)).rejects.toThrow(
        'Cancelled.',
      );
    }),
    { numRuns: 2 },
  );
});
