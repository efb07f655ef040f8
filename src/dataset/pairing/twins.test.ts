import { expect, test } from 'vitest';
import type { Dataset } from '../types';
import { distinctImages, twinShare } from './twins';

/** A reference-paired dataset: row i shows image imageIds[i]. */
function datasetOf(imageIds: readonly number[]): Dataset {
  return {
    texts: imageIds.map((imageId, id) => ({ id, text: 'x', imageId })),
    images: imageIds.map((id) => ({ id, fileName: `${id}.jpg` })),
    imageOf: Uint32Array.from(imageIds.keys()),
  };
}

/** Every set of `size` items: pools by enumeration. */
function subsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

test('the share equals that counted over every possible pool', () => {
  const imageIds = [1, 2, 1, 3, 1, 2, 4];
  for (let poolSize = 1; poolSize <= imageIds.length; poolSize++) {
    const shares = imageIds.map((image, query) => {
      const others = [...imageIds.keys()].filter((row) => row !== query);
      const pools = subsets(others, poolSize - 1);
      return pools.filter((pool) => pool.some((row) => imageIds[row] === image)).length / pools.length;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(twinShare(datasetOf(imageIds), poolSize)).toBeCloseTo(mean, 12);
  }
});

test('the share is 0 where no image repeats, and 1 where all rows show one image', () => {
  expect(twinShare(datasetOf([1, 2, 3]), 3)).toBe(0);
  expect(twinShare(datasetOf([5, 5, 5]), 2)).toBe(1);
});

test('a pool larger than the gallery is the whole gallery', () => {
  const dataset = datasetOf([1, 1, 2]);
  expect(twinShare(dataset, 10)).toBe(twinShare(dataset, 3));
  expect(twinShare(dataset, 3)).toBeCloseTo(2 / 3, 15);
});

test('distinct images are counted by id', () => {
  expect(distinctImages(datasetOf([1, 1, 2]))).toBe(2);
});
