import { expect, test } from 'vitest';
import { cosineTick, LABEL, MARGIN, shareTick } from './chart-style';
import { LABEL_SIZE, textBox } from './labels/place-labels';

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.8, '80 %'],
  [0.30000000000000004, '30 %'],
  [0.9744, '97.4 %'],
])('the share %d on an axis reads %s', (value, text) => {
  expect(shareTick(value)).toBe(text);
});

test.each([
  [0, '0'],
  [1, '1'],
  [-0.2, '-.2'],
  [0.30000000000000004, '.3'],
])('the cosine %d on an axis reads %s', (value, text) => {
  expect(cosineTick(value)).toBe(text);
});

test('a tick at the right end of an axis has room for its number', () => {
  const { width } = textBox({ x: 0, y: 0, anchor: 'middle' }, shareTick(1));
  expect(MARGIN.right).toBeGreaterThan(((LABEL.fontSize / LABEL_SIZE) * width) / 2);
});
