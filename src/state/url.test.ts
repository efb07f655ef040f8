import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAIRINGS } from '../dataset/types';
import { POOLS, PRECISIONS, PROJECTIONS } from '../sweep/config';
import { DATA_KINDS, DEFAULT_CHOICES, DEVICES, DTYPES, MODEL_KINDS, withData, type Choices } from './choices';
import { fromFragment, toFragment } from './url';

const counts = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 });

const anyChoices: fc.Arbitrary<Choices> = fc
  .record({
    data: fc.constantFrom(...DATA_KINDS),
    captionsUrl: fc.webUrl(),
    pairing: fc.constantFrom(...PAIRINGS),
    samples: fc.option(fc.integer({ min: 1, max: 25014 })),
    model: fc.constantFrom(...MODEL_KINDS),
    dtype: fc.constantFrom(...DTYPES),
    device: fc.constantFrom(...DEVICES),
    dims: counts,
    candidateSizes: counts,
    precisions: fc.uniqueArray(fc.constantFrom(...PRECISIONS), { minLength: 1 }),
    pools: fc.constantFrom(...POOLS),
    projection: fc.constantFrom(...PROJECTIONS),
    centre: fc.boolean(),
  })
  .map(({ dims, candidateSizes, precisions, pools, projection, centre, ...rest }) => ({
    ...DEFAULT_CHOICES,
    ...rest,
    sweep: { ...DEFAULT_CHOICES.sweep, dims, candidateSizes, precisions, pools, projection, centre },
  }));

test('choices survive the way into a link and back', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      expect(fromFragment(`#${toFragment(choices)}`)).toEqual({ choices, problems: [] });
    }),
  );
});

test('what suits a kind of data needs no words in the link', () => {
  expect(toFragment(DEFAULT_CHOICES)).toBe('');
  expect(toFragment(withData(DEFAULT_CHOICES, 'coco-mini'))).toBe('data=coco-mini');
});

test.each([
  ['captionsUrl=javascript:alert(1)', 'captionsUrl'],
  ['hub=data:text/html,x', 'hub'],
  ['dims=256,NaN', 'dims'],
  ['samples=-3', 'samples'],
  ['precisions=fp64', 'precisions'],
  ['onload=x', 'onload'],
])('%s is refused and named', (fragment, name) => {
  const { choices, problems } = fromFragment(fragment);
  expect(choices).toEqual(DEFAULT_CHOICES);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
});
