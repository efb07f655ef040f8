import { qrelsFrom } from '../../src/retrieval/ranks/qrels';
import { describe, expect, test } from 'vitest';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import type { Measured } from '../support/run-sweep';
import { runSweep } from '../support/run-sweep';
import fixture from './fixtures/pytrec.json';

const { ks } = fixture;

const galleries = fixture.galleries.map((gallery) => {
  const side = (numbers: readonly number[]) => ({
    rows: numbers.length / gallery.dim,
    cols: gallery.dim,
    data: Float32Array.from(numbers),
  });
  const input: EvaluationInput = {
    text: side(gallery.text),
    image: side(gallery.image),
    qrels: qrelsFrom(
      {
        queries: Uint32Array.from(gallery.pairs, ([text]) => text),
        items: Uint32Array.from(gallery.pairs, ([, image]) => image),
        grades: Float32Array.from(gallery.pairs, ([, , grade]) => grade),
      },
      gallery.text.length / gallery.dim,
      gallery.image.length / gallery.dim,
    ),
  };
  return { ...gallery, input, texts: input.text.rows, images: input.image.rows };
});
type Gallery = (typeof galleries)[number];

function expectJudged({ direction, metrics, result }: Measured, gallery: Gallery): void {
  const judged = gallery[direction];
  expect(Object.keys(judged)).toHaveLength(3 + 3 * ks.length);
  for (const [name, value] of Object.entries(judged)) {
    const { mean, optimistic, pessimistic } = metrics[name];
    expect(mean, `${direction} ${name}`).toBeCloseTo(value, 12);
    expect([optimistic, pessimistic]).toEqual([mean, mean]);
  }
  expect(result.tiedShare).toBe(0);
}

describe.each(galleries)(
  '$texts texts of $images images, ranked whole, score what trec_eval says',
  (gallery) => {
    const { input, texts, images } = gallery;

    test('as exact pools of every image', async () => {
      const measured = await runSweep(input, { candidateSizes: [images], ks });
      // A pool of so many texts is the whole gallery only where each image has one text.
      const whole = measured.filter(({ direction }) => direction === 'textToImage' || texts === images);
      expect(whole).toHaveLength(texts === images ? 2 : 1);
      for (const one of whole) expectJudged(one, gallery);
    });

    test('as pools of the reference, which may be as large as the larger gallery', async () => {
      const measured = await runSweep(input, { candidateSizes: [texts], ks, pools: 'reference' });
      expect(measured).toHaveLength(2);
      for (const one of measured) expectJudged(one, gallery);
    });
  },
);
