import { expect, test } from 'vitest';
import { configOf } from '../../../tests/support/cells';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { plan } from './plan';

const input: InputSummary = { texts: 795, images: 159, baseDim: 512, mostTexts: 5, mostImages: 1 };

test('cells run through dimensions, then precisions, then sizes', () => {
  const config = configOf({ dims: [512, 256], precisions: ['int8', 'fp16'], candidateSizes: [20, 10] });
  expect(plan(config, input).map((cell) => `${cell.dim} ${cell.precision} ${cell.pool}`)).toEqual([
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

test('where the reference ranks a gallery as a whole, or its sides differ, the row says so', () => {
  const note = (changes: Partial<SweepConfig>) => plan(configOf(changes), input)[0].note;
  expect(note({ candidateSizes: [500], pools: 'reference' })).toContain('ranked as a whole');
  expect(note({ candidateSizes: ['all'], pools: 'reference' })).toBe(
    'The whole gallery: 159 images for each text, 795 texts for each image.',
  );
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
