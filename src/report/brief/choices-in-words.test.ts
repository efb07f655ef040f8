import { expect, test } from 'vitest';
import { DEFAULT_SWEEP, type SweepConfig } from '../../protocol/sweep-config';
import { choicesInWords } from './choices-in-words';

const told = (change: Partial<SweepConfig>) =>
  Object.fromEntries(choicesInWords({ ...DEFAULT_SWEEP, ...change }).map(({ term, text }) => [term, text]));

test('values are in the words of the page', () => {
  expect(told({ candidateSizes: [100, 'all'], centre: false, seed: 3 })).toMatchObject({
    'Candidate pool sizes': '100, the whole gallery',
    'Gallery mean': 'not subtracted',
    Seed: '3',
    Pools: 'exact: expected value over all pools',
  });
});

test('a choice without an effect is not told', () => {
  expect(told({ pools: 'exact' })).not.toHaveProperty('Pools drawn for each query');
  expect(told({ pools: 'sampled' })).toHaveProperty('Pools drawn for each query', '10');
});
