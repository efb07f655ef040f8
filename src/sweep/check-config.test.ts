import { expect, test } from 'vitest';
import { InputError } from '../errors';
import { checkConfig } from './check-config';
import type { SweepConfig } from './config';
import { DEFAULT_SWEEP } from './config';

test('the default sweep can be run', () => {
  expect(() => checkConfig(DEFAULT_SWEEP)).not.toThrow();
});

test.each([
  ['dims', []],
  ['dims', [0]],
  ['dims', [256, 256]],
  ['precisions', ['int7']],
  ['candidateSizes', [1]],
  ['candidateSizes', [99.5]],
  ['ks', [0]],
  ['ks', [10, 101]],
  ['seed', -1],
  ['seed', 2 ** 32],
  ['repeats', 0],
  ['pools', 'none'],
  ['projection', 'none'],
  ['calibration', 'none'],
  ['query', 'none'],
] as const)('%s: %j is an error that names the field', (field, value) => {
  const config = { ...DEFAULT_SWEEP, [field]: value } as SweepConfig;
  expect(() => checkConfig(config)).toThrow(InputError);
  expect(() => checkConfig(config)).toThrow(new RegExp(`^${field}: `));
});
