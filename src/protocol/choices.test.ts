import { expect, test } from 'vitest';
import { checkConfig } from './check-config';
import { DATA_KINDS, DATA_PRESETS, DEFAULT_CHOICES, withData, type Choices } from './choices';

test.each(DATA_KINDS)('%s brings a sweep that can be run', (data) => {
  expect(() => checkConfig(withData(DEFAULT_CHOICES, data).sweep)).not.toThrow();
});

test('the defaults are those of their kind of data', () => {
  expect(withData(DEFAULT_CHOICES, DEFAULT_CHOICES.data)).toEqual(DEFAULT_CHOICES);
});

test('another kind of data changes what suits it and leaves the rest as chosen', () => {
  const chosen: Choices = {
    ...DEFAULT_CHOICES,
    device: 'wasm',
    pairing: 'all',
    sweep: { ...DEFAULT_CHOICES.sweep, dims: [64], seed: 7 },
  };
  const { model, samples, candidateSizes } = DATA_PRESETS['coco-mini'];
  expect(withData(chosen, 'coco-mini')).toEqual({
    ...chosen,
    data: 'coco-mini',
    model,
    samples,
    sweep: { ...chosen.sweep, candidateSizes },
  });
});
