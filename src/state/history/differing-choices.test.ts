import { expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../protocol/choices';
import { fromFragment } from '../link';
import { differingChoices, listDifferences } from './differing-choices';

test('choices differ in what was changed and in nothing else', () => {
  const { choices } = fromFragment('dims=64,32&rescore=50');
  const differing = differingChoices(DEFAULT_CHOICES, choices);
  expect(differing.map(({ label, b }) => [label, b])).toEqual([
    ['Dimensions', '64,32'],
    ['Binary: rescored matches', '50'],
  ]);
  expect(listDifferences(differing)).toMatch(/^Dimensions .* → 64,32, Binary: rescored matches 0 → 50$/);
  expect(differingChoices(choices, choices)).toEqual([]);
});
