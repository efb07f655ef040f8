import { expect, test } from 'vitest';
import { formatted } from './units';

test('a value is shown as its unit asks; what is not there is a dash', () => {
  expect([
    formatted(0.9744, 'share'),
    formatted(0.0062, 'percent'),
    formatted(1024, ''),
    formatted(25014, 'count'),
    formatted(1.25, 'rank'),
    formatted(1024, 'bytes'),
    formatted(1.2345, 'MB'),
    formatted(840.4, 'queries/s'),
    formatted('int8', ''),
    formatted(null, 'share'),
  ]).toEqual(['97.4 %', '0.6 %', '1024', '25\u202f014', '1.3', '1.02 kB', '1.23', '840', 'int8', '–']);
});
