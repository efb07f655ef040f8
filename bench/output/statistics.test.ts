import { expect, test } from 'vitest';
import { growth, spreadOf } from './statistics';

test('the median of an odd and of an even number of values, whatever their order', () => {
  expect(spreadOf([9, 1, 4])).toEqual({ median: 4, least: 1, most: 9, repeats: 3 });
  expect(spreadOf([10, 1, 4, 2]).median).toBe(3);
});

test('no values have no median', () => {
  expect(() => spreadOf([])).toThrow('Nothing was measured');
});

test('growth is the power between two points', () => {
  expect(growth([10, 3], [100, 300])).toBeCloseTo(2);
});
