import { expect, test } from 'vitest';
import { readOptions } from './options';
import { STORIES } from './stories';

const told = (args: readonly string[]) => readOptions(args).stories.map(({ name }) => name);

test('without arguments every story is lived in every browser', () => {
  expect(readOptions([])).toEqual({ browsers: ['firefox', 'webkit', 'webkitgtk'], stories: STORIES });
});

test('browsers and stories can be chosen by name', () => {
  expect(readOptions(['webkit']).browsers).toEqual(['webkit']);
  expect(told(['--story', 'link', '--story', 'demo'])).toEqual(['link', 'demo']);
});

test('a name that there is not is answered with those that there are', () => {
  expect(() => readOptions(['safari'])).toThrow('There is no browser “safari”; there are firefox, webkit');
  expect(() => readOptions(['--story', 'lunch'])).toThrow('There is no story “lunch”; there are demo, ');
});
