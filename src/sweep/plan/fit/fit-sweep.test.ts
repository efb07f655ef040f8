import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configOf } from '../../../../tests/support/cells';
import { InputError } from '../../../lib/errors';
import { POOLS } from '../../../protocol/pools';
import { DEFAULT_SWEEP, type SweepConfig } from '../../../protocol/sweep-config';
import { plan } from '../plan';
import { checkFit, fitSweep } from './fit-sweep';

const input = { texts: 159, images: 159, baseDim: 512, mostTexts: 1, mostImages: 1 };
const fitted = (changes: Partial<SweepConfig>, known: Parameters<typeof fitSweep>[1] = input) =>
  fitSweep({ ...DEFAULT_SWEEP, ...changes }, known);

test('the default pools with 159 pictures are 100 and all, said in one sentence', () => {
  const { config, sentences } = fitted({});
  expect(config).toEqual({ ...DEFAULT_SWEEP, candidateSizes: [100, 'all'] });
  expect(sentences).toEqual([
    'Pools of 200, 300, 400 and 500 need more pictures than the 159 of this run: left out.',
  ]);
});

describe('pools', () => {
  const severalRight = { ...input, mostImages: 100 };
  const captioned = { ...input, texts: 795, mostTexts: 5 };
  test.each([
    [
      'larger than the texts',
      [20, 100],
      { ...input, texts: 40 },
      [20],
      /^The pool of 100 needs more texts than the 40/,
    ],
    [
      'a text’s right images',
      [100, 120],
      severalRight,
      [120],
      /^The pool of 100 is too small for the up to 100 right pictures of a text and a wrong one/,
    ],
    [
      'an image’s own texts',
      [2, 5, 20],
      captioned,
      [20],
      /^Pools of 2 and 5 are too small for the up to 5 texts/,
    ],
    [
      'the gallery’s size beside all',
      [50, 159, 'all'],
      input,
      [50, 'all'],
      /^The pool of 159 is the whole gallery/,
    ],
  ] as const)('%s are left out', (_, candidateSizes, known, left, sentence) => {
    const { config, sentences } = fitted({ candidateSizes, ks: [1] }, known);
    expect(config.candidateSizes).toEqual(left);
    expect(sentences).toEqual([expect.stringMatching(sentence)]);
  });

  test('one as large as the gallery stays where the whole gallery is not chosen', () => {
    expect(fitted({ candidateSizes: [159] })).toEqual({
      config: { ...DEFAULT_SWEEP, candidateSizes: [159] },
      sentences: [],
    });
  });

  test('of the reference may be larger than the gallery, which it then ranks as a whole', () => {
    const { config, sentences } = fitted({ candidateSizes: [100, 159, 500, 'all'], pools: 'reference' });
    expect(config.candidateSizes).toEqual([100, 500, 'all']);
    expect(sentences).toHaveLength(1);
  });

  test('of which none can be formed are an error that says why', () => {
    expect(() => fitted({ candidateSizes: [200, 500] })).toThrow(
      new InputError(
        'Pools of 200 and 500 need more pictures than the 159 of this run. ' +
          'Choose other pools, the whole gallery for example, or more data.',
      ),
    );
    expect(() => fitted({ candidateSizes: ['all'] }, { ...input, texts: 5, mostTexts: 5 })).toThrow(
      'The whole gallery holds nothing wrong to tell the right item from.',
    );
  });
});

describe('K above a pool', () => {
  const cutOffs = (candidateSizes: SweepConfig['candidateSizes'], ks: readonly number[]) => {
    const { config, sentences } = fitted({ candidateSizes, ks });
    return [config.candidateSizes, config.ks, sentences];
  };

  test('leaves the pool out where that keeps most', () => {
    expect(cutOffs([5, 100, 'all'], [1, 10])).toEqual([
      [100, 'all'],
      [1, 10],
      ['The pool of 5 has fewer candidates than K = 10: left out.'],
    ]);
  });

  test('leaves the K out where that keeps most, or as much', () => {
    const sentence = 'K = 10: more than the 5 candidates of the smallest pool, left out.';
    expect(cutOffs([5, 6], [1, 5, 10])).toEqual([[5, 6], [1, 5], [sentence]]);
    expect(cutOffs([5, 100], [1, 10])).toEqual([[5, 100], [1], [sentence]]);
  });

  test('and above the gallery: the K is left out', () => {
    const small = { ...input, texts: 8, images: 8 };
    const { config, sentences } = fitted({ candidateSizes: ['all'] }, small);
    expect(config.ks).toEqual([1, 5]);
    expect(sentences).toEqual(['K = 10: more than the 8 candidates of the smallest pool, left out.']);
    expect(() => fitted({ candidateSizes: ['all'], ks: [10] }, small)).toThrow(
      'Recall@10 needs pools of at least 10; the largest has 8.',
    );
  });
});

describe('dimensions', () => {
  test('that no projection can make are left out, and those that some cannot are said', () => {
    const one = fitted({ dims: [256, 1024], projections: ['truncate'], candidateSizes: ['all'] });
    expect(one.config.dims).toEqual([256]);
    expect(one.sentences).toEqual(['Truncation cannot make 1,024 dimensions from 512: left out.']);
    const two = fitted({ dims: [256, 1024], projections: ['pca', 'random'], candidateSizes: ['all'] });
    expect(two.config.dims).toEqual([256, 1024]);
    expect(two.sentences).toEqual(['PCA cannot make 1,024 dimensions from 512: left out.']);
    expect(() => checkFit(two.config, input)).not.toThrow();
    expect(() => checkFit({ ...two.config, candidateSizes: [200] }, input)).toThrow(InputError);
  });

  test('stay where the base is not known yet', () => {
    const { texts, images, mostTexts, mostImages } = input;
    const choice = { dims: [1024], projections: ['pca'], candidateSizes: ['all'] } as const;
    expect(fitted(choice, { texts, images, mostTexts, mostImages }).config.dims).toEqual([1024]);
    expect(() => fitted(choice)).toThrow(/^PCA cannot make 1,024 dimensions from 512\. Choose smaller/);
  });
});

test('of a fitted sweep nothing more is left out, its pools differ in size, and K is within each', () => {
  const sizes = fc.uniqueArray(fc.oneof(fc.integer({ min: 2, max: 12 }), fc.constant('all' as const)), {
    minLength: 1,
    maxLength: 5,
  });
  const ks = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  const known = fc
    .record({ texts: fc.integer({ min: 1, max: 12 }), images: fc.integer({ min: 1, max: 12 }) })
    .chain(({ texts, images }) =>
      fc.integer({ min: Math.ceil(texts / images), max: texts }).map((mostTexts) => ({
        texts,
        images,
        mostTexts,
        mostImages: 1,
        baseDim: 8,
      })),
    );
  fc.assert(
    fc.property(sizes, ks, known, fc.constantFrom(...POOLS), (candidateSizes, cutOffs, summary, pools) => {
      const chosen = configOf({ candidateSizes, ks: cutOffs, pools });
      let config: SweepConfig;
      try {
        ({ config } = fitSweep(chosen, summary));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return;
      }
      checkFit(config, summary);
      const numbers = plan(config, summary).map(({ pool }) => (pool === 'all' ? summary.images : pool));
      expect(new Set(numbers).size).toBe(numbers.length);
      const smallest = Math.min(...numbers, summary.texts, summary.images);
      expect(Math.max(...config.ks)).toBeLessThanOrEqual(smallest);
      expect(candidateSizes).toEqual(expect.arrayContaining([...config.candidateSizes]));
    }),
    { numRuns: 2000 },
  );
});
