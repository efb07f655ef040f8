import { expect, test } from 'vitest';
import { InputError } from '../lib/errors';
import { checkConfig } from './check-config';
import { SWEEP_OPTIONS } from './options/sweep';
import type { SweepConfig } from './sweep-config';
import { DEFAULT_SWEEP } from './sweep-config';

test('the default sweep can be run', () => {
  expect(() => checkConfig(DEFAULT_SWEEP)).not.toThrow();
});

test.each([
  ['dims', []],
  ['dims', [0]],
  ['dims', [256, 256]],
  ['dims', [256, 255.5]],
  ['dims', [NaN]],
  ['dims', [8193]],
  ['precisions', []],
  ['precisions', ['fp32', 'fp32']],
  ['precisions', ['int7']],
  ['candidateSizes', [1]],
  ['candidateSizes', [99.5]],
  ['candidateSizes', []],
  ['candidateSizes', [100, 200, 100]],
  ['candidateSizes', [-100]],
  ['candidateSizes', [Infinity]],
  ['candidateSizes', [1e9]],
  ['candidateSizes', ['all', 'all']],
  ['candidateSizes', ['most']],
  ['ks', [0]],
  ['ks', []],
  ['ks', [5, 5]],
  ['ks', [1.5]],
  ['ks', [-1]],
  ['seed', -1],
  ['seed', 2 ** 32],
  ['seed', 0.5],
  ['seed', NaN],
  ['repeats', 0],
  ['repeats', 2.5],
  ['repeats', 1e9],
  ['centre', 'on'],
  ['dims', '256'],
  ['pools', 'none'],
  ['pools', 'constructor'],
  ['projections', ['none']],
  ['projections', []],
  ['calibration', 'none'],
  ['query', 'none'],
  ['rescore', -1],
  ['rescore', 1.5],
  ['rescoreBy', 'int4'],
] as const)('%s: %j is an error that names the option', (field, value) => {
  const config = { ...DEFAULT_SWEEP, [field]: value } as SweepConfig;
  expect(() => checkConfig(config)).toThrow(InputError);
  expect(() => checkConfig(config)).toThrow(new RegExp(`^${SWEEP_OPTIONS[field].label}: .*\\.$`));
});

test('lists may come in any order', () => {
  const unsorted = { dims: [1024, 256, 512], candidateSizes: [500, 100], ks: [10, 1, 5] };
  expect(() => checkConfig({ ...DEFAULT_SWEEP, ...unsorted })).not.toThrow();
});

test('a K must fit into a pool', () => {
  const sizes = { ...DEFAULT_SWEEP, candidateSizes: [50, 20] };
  expect(() => checkConfig({ ...sizes, ks: [50, 100] })).not.toThrow();
  expect(() => checkConfig({ ...sizes, ks: [51] })).toThrow(
    new InputError('Recall@51 needs pools of at least 51; the largest is 50.'),
  );
  expect(() => checkConfig({ ...sizes, candidateSizes: [20, 'all'], ks: [51] })).not.toThrow();
});
