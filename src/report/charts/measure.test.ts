import { expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { measuredRow } from '../../../tests/support/rows';
import { measureOf, measuresIn } from './measure';
import type { MeasureName } from './measure-names';

test('chance is what a random order scores with one relevant item', () => {
  const at = (name: MeasureName, candidates: number) => measureOf(name, [10], 0).chance(candidates);
  const ranks = [1, 2, 3, 4];
  const mean = (gain: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + gain(rank), 0) / ranks.length;
  expect([at('recall', 100), at('recall', 5)]).toEqual([0.1, 1]);
  expect(at('mrr', 4)).toBeCloseTo(mean((rank) => 1 / rank));
  expect(at('ndcg', 4)).toBeCloseTo(mean((rank) => 1 / Math.log2(1 + rank)));
  expect(at('mapAtR', 4)).toBe(1 / 4);
  expect(at('medianRank', 4)).toBe(mean((rank) => rank));
});

test('every measure of a run is the number that its rows hold', async () => {
  const [row] = await rowsOf(
    madeUpInput(40, 40, 8),
    configOf({ dims: [8], precisions: ['int4'], candidateSizes: [10], ks: [1, 5] }),
  );
  const { textToImage } = row;
  expect(measuresIn([row], [1, 5], 1).map(({ name, of }) => [name, of(textToImage).mean])).toEqual([
    ['recall', textToImage.recall[1].mean],
    ['recallShare', textToImage.recallShare[1].mean],
    ['mrr', textToImage.mrr.mean],
    ['mrrAt', textToImage.mrrAt[1].mean],
    ['ndcg', textToImage.ndcg[1].mean],
    ['rPrecision', textToImage.rPrecision.mean],
    ['mapAtR', textToImage.mapAtR.mean],
    ['medianRank', textToImage.medianRank],
  ]);
});

test('a measure that no row holds is left out', () => {
  const row = measuredRow({}, { mean: 0.5, margin: 0 });
  const unknown = { ...row.textToImage.mrr, mean: NaN };
  const without = {
    ...row,
    textToImage: { ...row.textToImage, mrr: unknown },
    imageToText: { ...row.imageToText, mrr: unknown },
  };
  expect(measuresIn([without], [1, 10], 0).map(({ name }) => name)).not.toContain('mrr');
});

test('a difference is told of the measures that have one, and not where it is unknown', () => {
  const difference = { mean: -0.1, low: -0.2, high: -0.05 };
  const { textToImage } = measuredRow({}, { mean: 0.5, margin: 0.01, difference: [difference] });
  const of = (name: MeasureName, result = textToImage) => measureOf(name, [10], 0).differenceOf(result);
  expect([of('recall'), of('mrr'), of('mapAtR')]).toEqual([difference, difference, difference]);
  expect(of('medianRank')).toBeUndefined();
  expect(of('recall', measuredRow({}, { mean: 0.5, margin: 0.01 }).textToImage)).toBeUndefined();
  const nothing = { mean: NaN, low: NaN, high: NaN };
  const unknown = measuredRow({}, { mean: 0.5, margin: 0.01, difference: [nothing] }).textToImage;
  expect(of('recall', unknown)).toBeUndefined();
});
