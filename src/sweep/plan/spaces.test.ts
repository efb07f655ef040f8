import { expect, test } from 'vitest';
import { spaceId, spaceKey, spacesOf } from './spaces';

const keys = (...args: Parameters<typeof spacesOf>) => spacesOf(...args).map(spaceKey);

test('the base is untouched, and projected too where that changes it; other dimensions come by every projection that can make them', () => {
  const config = { dims: [256, 512, 1024], projections: ['random', 'pca', 'truncate'] } as const;
  expect(keys(config, { baseDim: 512 })).toEqual([
    '256 random',
    '256 pca',
    '256 truncate',
    '512 none',
    '512 pca',
    '1024 random',
  ]);
});

test('a dimension that the vectors came in is taken as it is, others are projected from the base', () => {
  const config = { dims: [64, 256, 512], projections: ['pca'] } as const;
  expect(keys(config, { baseDim: 512, givenDims: [256, 512] })).toEqual([
    '64 pca',
    '256 given',
    '512 none',
    '512 pca',
  ]);
});

test('a space is named as the reference names dimensions, unless it knows no such projection', () => {
  const names = (['none', 'given', 'random', 'pca', 'truncate'] as const).map((projection) =>
    spaceId({ dim: 256, projection }),
  );
  expect(names).toEqual(['256', '256', '256', '256_pca', '256_truncate']);
});
