import { expect, test } from 'vitest';
import { DEFAULT_SWEEP } from '../../protocol/sweep-config';
import { dataInBrief, modelInBrief, sweepInBrief } from './choices-in-brief';

test.each([
  [
    { data: 'coco', samples: 1000, pairing: 'one' },
    'COCO val2017 · first 1 000 pictures · one caption per picture',
  ],
  [
    { data: 'demo', samples: null, pairing: 'all' },
    'Built-in demo · all pictures · every caption of each picture',
  ],
  [
    { data: 'coco', samples: 1, pairing: 'reference' },
    'COCO val2017 · first 1 caption · one gallery entry per caption',
  ],
  [{ data: 'npz', samples: null, pairing: 'one' }, 'Embeddings (npz, npy, Parquet, JSON lines)'],
] as const)('%o is said as "%s"', (choices, text) =>
  expect(dataInBrief(choices).replace(/\u202f|\u00a0/g, ' ')).toBe(text),
);

test('a model is named with what was chosen in place of automatic', () => {
  const choices = { model: 'clip-vit-b32', modelUrl: '', dtype: 'q8', device: 'auto' } as const;
  expect(modelInBrief(choices, 'CLIP ViT-B/32')).toBe('CLIP ViT-B/32 · q8, quantised');
  expect(modelInBrief({ ...choices, model: 'url', modelUrl: 'a/b', dtype: 'auto', device: 'wasm' })).toBe(
    'a/b · WebAssembly',
  );
});

test('a sweep is named by its axes', () =>
  expect(
    sweepInBrief({
      ...DEFAULT_SWEEP,
      dims: [64, 512],
      precisions: ['int8'],
      candidateSizes: [100, 'all'],
      ks: [1, 10],
    }),
  ).toBe('64, 512 · int8 · pools of 100, all · Recall@1, 10'));
