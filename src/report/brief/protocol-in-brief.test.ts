import { expect, test } from 'vitest';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import { DEFAULT_SWEEP, type SweepConfig } from '../../protocol/sweep-config';
import { protocolInBrief } from './protocol-in-brief';

const clause = (term: string, change: Partial<SweepConfig> = {}) =>
  protocolInBrief({ ...DEFAULT_SWEEP, ...change }, 512, TEXT_AND_IMAGE).find((one) => one.term === term)
    ?.text;

test('each kind of pools is told apart, with its seed where something is drawn', () => {
  expect(clause('Pools', { pools: 'exact' })).toContain('no pool is drawn');
  expect(clause('Pools', { pools: 'sampled', seed: 7, repeats: 3 })).toMatch(
    /^.*3 pools are drawn .* seed 7/,
  );
  expect(clause('Pools', { pools: 'reference', seed: 8 })).toContain('seed 8');
});

test('the whole gallery is told of where it was measured', () => {
  expect(clause('Pools', { candidateSizes: [10, 'all'] })).toContain('whole gallery');
  expect(clause('Pools', { candidateSizes: [10] })).not.toContain('whole gallery');
});

test('pools that cannot be paired have neither differences nor losses', () => {
  expect(clause('Differences', { pools: 'reference' })).toMatch(/^None/);
  expect(clause('Loss', { pools: 'reference' })).toMatch(/^None/);
  expect(clause('Differences')).toContain('query by query');
});

test('formats are described where they were measured, as they were', () => {
  expect(clause('int8 and int4', { precisions: ['fp32'] })).toBeUndefined();
  expect(
    clause('int8 and int4', { precisions: ['int4'], calibration: 'vector', centre: false, query: 'float' }),
  ).toBe(
    'The gallery is stored with one scale per vector, without subtracting its mean. Queries search it as floating-point numbers.',
  );
  expect(clause('binary', { precisions: ['binary'], rescore: 50, rescoreBy: 'int8' })).toContain(
    'the best 50 of each query are scored again by int8',
  );
});
