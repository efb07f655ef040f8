import { expect, test } from 'vitest';
import { checkConfig } from './check-config';
import { DEFAULT_CHOICES, valuesOf, withData, withValues, type Choices } from './choices';
import { DATA_KINDS } from './data-kinds';

test.each(DATA_KINDS)('%s brings a sweep that can be run', (data) => {
  expect(() => checkConfig(withData(DEFAULT_CHOICES, data).sweep)).not.toThrow();
});

test.each([
  ['demo', 'demo', null, [100, 200, 300, 400, 500, 'all']],
  ['coco-mini', 'clip-vit-b32', null, [10, 20, 30, 40, 'all']],
  ['coco', 'clip-vit-b32', 1000, [100, 200, 300, 400, 500, 'all']],
  ['url', 'clip-vit-b32', null, [100, 200, 300, 400, 500, 'all']],
  ['files', 'clip-vit-b32', null, [100, 200, 300, 400, 500, 'all']],
  ['npz', 'clip-vit-b32', null, [100, 200, 300, 400, 500, 'all']],
] as const)('%s starts with model %s, %s pairs and pools of %j', (data, model, samples, candidateSizes) => {
  const chosen = withData(DEFAULT_CHOICES, data);
  expect([chosen.data, chosen.model, chosen.samples]).toEqual([data, model, samples]);
  expect(chosen.sweep.candidateSizes).toEqual(candidateSizes);
});

test('the defaults are those of their kind of data', () => {
  expect(withData(DEFAULT_CHOICES, DEFAULT_CHOICES.data)).toEqual(DEFAULT_CHOICES);
});

const chosen: Choices = {
  ...DEFAULT_CHOICES,
  device: 'wasm',
  pairing: 'all',
  sweep: { ...DEFAULT_CHOICES.sweep, dims: [64], seed: 7 },
};

test('another kind of data leaves what does not depend on it as chosen', () => {
  const there = withData(chosen, 'coco-mini');
  expect(there).not.toEqual(chosen);
  expect(withData(there, chosen.data)).toEqual(chosen);
});

test('what a person has chosen stays with other data, where it is not what the kind of data brought', () => {
  const pools = [20, 'all'] as const;
  const own = withValues(DEFAULT_CHOICES, { candidateSizes: pools, samples: 50 });
  for (const data of DATA_KINDS) {
    const { samples, sweep, model } = withData(own, data);
    expect([samples, sweep.candidateSizes]).toEqual([50, pools]);
    expect(model).toBe(withData(DEFAULT_CHOICES, data).model);
  }
  const photographs = withData({ ...DEFAULT_CHOICES, model: 'siglip-b16' }, 'coco-mini');
  expect(photographs.model).toBe('siglip-b16');
  expect(photographs.sweep.candidateSizes).toEqual([10, 20, 30, 40, 'all']);
});

test('one value is replaced wherever it stands, the others stay', () => {
  expect(withValues(chosen, { seed: 8 })).toEqual({ ...chosen, sweep: { ...chosen.sweep, seed: 8 } });
  expect(withValues(chosen, { device: 'auto' })).toEqual({ ...chosen, device: 'auto' });
});

test('a kind of data brings what suits it, unless it is given with it', () => {
  const values = valuesOf(withValues(chosen, { data: 'coco', samples: 5 }));
  expect(values).toMatchObject({ data: 'coco', model: 'clip-vit-b32', samples: 5, seed: 7 });
});
