import { expect, test } from 'vitest';
import { configOf } from '../../../tests/support/cells';
import type { InputSummary } from './input';
import { plan } from './plan';

const input: InputSummary = { texts: 795, images: 159, baseDim: 512, mostTexts: 5, mostImages: 1 };

test('cells run through dimensions, then precisions, then sizes', () => {
  const config = configOf({ dims: [512, 256], precisions: ['int8', 'fp16'], candidateSizes: [20, 10] });
  expect(plan(config, input).map((cell) => `${cell.dim} ${cell.precision} ${cell.candidateSize}`)).toEqual([
    '512 int8 20',
    '512 int8 10',
    '512 fp16 20',
    '512 fp16 10',
    '256 int8 20',
    '256 int8 10',
    '256 fp16 20',
    '256 fp16 10',
  ]);
});

test.each([
  [{ candidateSizes: [500] }, input, 'A pool of 500 needs 500 pictures; this run has 159.'],
  [{ candidateSizes: [20] }, { ...input, texts: 12 }, 'A pool of 20 needs 20 texts; this run has 12.'],
  [
    { candidateSizes: [5] },
    input,
    'A pool of 5 is too small: an image has up to 5 texts, which leaves no room for negatives.',
  ],
  [
    { dims: [1024], projections: ['pca'] },
    input,
    'These vectors have 512 dimensions; PCA cannot produce 1024.',
  ],
  [
    { dims: [1024], projections: ['truncate'] },
    input,
    'These vectors have 512 dimensions; truncation cannot produce 1024.',
  ],
] as const)('%o is not computable, for a reason', (changes, summary, reason) => {
  expect(plan(configOf(changes), summary)[0].reason).toBe(reason);
});

test('a pool as large as the gallery is computable, and as the reference does it a larger one too', () => {
  expect(plan(configOf({ candidateSizes: [159] }), input)[0].reason).toBeUndefined();
  const [larger] = plan(configOf({ candidateSizes: [500], pools: 'reference' }), input);
  expect(larger.reason).toBeUndefined();
  expect(larger.note).toContain('ranked as a whole');
});

test('a dimension above the base is lifted, unless nothing is above it', () => {
  const cells = plan(configOf({ dims: [256, 512, 1024], candidateSizes: [10] }), input);
  expect(cells.map(({ lifted }) => lifted)).toEqual([false, false, true]);
  expect(cells.map(({ note }) => note !== '')).toEqual([false, false, true]);
});

test('where the reference’s codes are not formed as the reference forms them, the row says so', () => {
  const note = (pools: 'exact' | 'reference') =>
    plan(configOf({ precisions: ['reference-int8'], pools, candidateSizes: [10] }), input)[0].note;
  expect(note('exact')).toContain('quantised on its own');
  expect(note('reference')).toBe('');
});
