import { expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../protocol/choices';
import { fromFragment } from '../link';
import { differingChoices, listChanges, listDifferences } from './differing-choices';

test('choices differ in what was changed and in nothing else', () => {
  const { choices } = fromFragment('dims=64,32&rescore=50');
  const differing = differingChoices(DEFAULT_CHOICES, choices);
  expect(differing.map(({ label, b }) => [label, b])).toEqual([
    ['Dimensions', '64, 32'],
    ['Binary: rescored matches', '50'],
  ]);
  expect(listDifferences(differing)).toMatch(/^Dimensions .* → 64, 32; Binary: rescored matches 0 → 50$/);
  expect(differingChoices(choices, choices)).toEqual([]);
});

test('of a list that keeps some of its values, what was added and what was removed is said', () => {
  const { choices } = fromFragment('precisions=fp16,int8,binary&projection=random,pca&dims=64');
  expect(listChanges(differingChoices(DEFAULT_CHOICES, choices))).toBe(
    'Dimensions 256, 512, 1024 → 64; Precisions: binary added, int4 removed; Projections: PCA added',
  );
});

test('a model is called by its name', () => {
  const { choices } = fromFragment('model=clip-vit-b32&dtype=q8');
  expect(listChanges(differingChoices(DEFAULT_CHOICES, choices))).toMatch(
    /^Dual encoder Built-in demo model → CLIP ViT-B\/32; Weights automatic → /,
  );
});
