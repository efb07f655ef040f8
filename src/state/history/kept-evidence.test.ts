import { expect, test } from 'vitest';
import { transpose } from '../../retrieval/ranks/qrels';
import type { Evidence } from '../lab-state';
import { evidenceToKeep, parseKeptEvidence } from './kept-evidence';

/** Numbers in memory that threads share, which IndexedDB does not take. */
function shared(values: readonly number[]): Uint32Array {
  const numbers = new Uint32Array(new SharedArrayBuffer(4 * values.length));
  numbers.set(values);
  return numbers;
}

const textToImage = { queries: 3, gallery: 2, offsets: shared([0, 1, 2, 3]), items: shared([0, 0, 1]) };
const imageToText = transpose(textToImage).qrels;
const evidence: Evidence = {
  names: { captions: ['one', 'two', 'three'], imageIds: [7, 'eight'] },
  qrels: { textToImage, imageToText },
  ranks: [
    {
      dim: 8,
      projection: 'none',
      precision: 'int4',
      pool: Infinity,
      ranks: {
        textToImage: { higher: shared([0, 1, 0]), tied: shared([0, 0, 1]) },
        imageToText: { higher: shared([0, 1]), tied: shared([1, 0]), sharing: Uint16Array.of(2, 1) },
      },
    },
  ],
};
const kept = evidenceToKeep(evidence)!;

test('what is kept shares no memory, and gives the evidence back', () => {
  expect(kept.qrels.items.buffer).toBeInstanceOf(ArrayBuffer);
  expect(kept.ranks[0].ranks.textToImage.higher.buffer).toBeInstanceOf(ArrayBuffer);
  expect(parseKeptEvidence(structuredClone(kept))).toEqual(evidence);
});

test('evidence whose numbers do not fit together is none', () => {
  const { qrels, ranks, names } = kept;
  const withQrels = (change: object) => ({ ...kept, qrels: { ...qrels, ...change } });
  const [cell] = ranks;
  const short = { ...cell, ranks: { ...cell.ranks, textToImage: cell.ranks.imageToText } };
  for (const damaged of [
    null,
    { qrels, ranks },
    withQrels({ items: Uint32Array.of(0, 0, 2) }),
    withQrels({ offsets: Uint32Array.of(0, 2, 1, 3) }),
    withQrels({ queries: 4 }),
    withQrels({ items: [0, 0, 1] }),
    { ...kept, ranks: [short] },
    { ...kept, ranks: [] },
    withQrels({ gallery: 1e12 }),
    { ...kept, names: { ...names, captions: [1] } },
  ]) {
    expect(parseKeptEvidence(damaged)).toBeNull();
  }
});
