import { describe, expect, test } from 'vitest';
import { madeUpInput } from '../../../tests/support/cells';
import { runSweep } from '../../../tests/support/run-sweep';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { EvaluationInput } from './input';

const input = madeUpInput(12, 6, 4);
const chosen: Partial<SweepConfig> = { candidateSizes: [4, 6], ks: [1, 3] };

/** The input with every number of both sides multiplied. */
function times(factor: number): EvaluationInput {
  const scaled = ({ data, ...shape }: EvaluationInput['text']) => ({
    ...shape,
    data: data.map((x) => x * factor),
  });
  return { ...input, text: scaled(input.text), image: scaled(input.image) };
}

describe('a sweep of what cannot be meant ends with an InputError, not with a number', () => {
  test.each([
    ['vectors that are not numbers', times(NaN), {}, 'Text 0 (rows count from 0) holds NaN'],
    ['vectors of zeros', times(0), {}, 'Text 0 (rows count from 0) is all zeros'],
    ['vectors that half precision cannot hold', times(1e6), {}, 'more than half precision can hold'],
    ['no sizes', input, { candidateSizes: [] }, 'Candidate pool sizes: the list is empty'],
    ['a size twice', input, { candidateSizes: [4, 6, 4] }, 'Candidate pool sizes: 4 is given twice'],
    [
      'a size that is not whole',
      input,
      { candidateSizes: [4.5] },
      'Candidate pool sizes: 4.5 is not a whole number',
    ],
    ['K above every pool', input, { ks: [7] }, 'Recall@7 needs pools of at least 7; the largest is 6.'],
    ['a sweep that was not fitted', input, { candidateSizes: [4, 7] }, 'The pool of 7 needs more pictures'],
  ])('%s', async (_, given, changes, message) => {
    const run = runSweep(given, { ...chosen, ...changes });
    await expect(run).rejects.toThrow(expect.objectContaining({ name: 'InputError' }));
    await expect(run).rejects.toThrow(message);
  });
});

test('the largest numbers that half precision holds score what small ones do', async () => {
  const largest = Math.max(...input.text.data.map(Math.abs), ...input.image.data.map(Math.abs));
  const precisions = ['fp32', 'fp16'] as const;
  const powers = 2 ** Math.floor(Math.log2(65504 / largest));
  const [small, large] = [
    await runSweep(input, { ...chosen, precisions }),
    await runSweep(times(powers), { ...chosen, precisions }),
  ];
  expect(large.map(({ metrics }) => metrics)).toEqual(small.map(({ metrics }) => metrics));
});
