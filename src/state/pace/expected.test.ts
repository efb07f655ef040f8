import { expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../protocol/choices';
import { expectedOf } from './expected';

const KNOWN = { images: 100, texts: 100, mostTexts: 1, mostImages: 1, baseDim: 512 };

test('a first run of the demo is estimated by another machine, which is told; of other data, models or devices nothing is', () => {
  expect(expectedOf(DEFAULT_CHOICES, KNOWN)).toMatchObject({
    isOwn: false,
    amount: { images: 100, texts: 100 },
  });
  expect(expectedOf({ ...DEFAULT_CHOICES, data: 'coco' }, KNOWN)).toBeNull();
  expect(expectedOf({ ...DEFAULT_CHOICES, model: 'clip-vit-b32' }, KNOWN)).toBeNull();
  expect(expectedOf({ ...DEFAULT_CHOICES, device: 'webgpu' }, KNOWN)).toBeNull();
  expect(expectedOf(DEFAULT_CHOICES, {})).toBeNull();
});
