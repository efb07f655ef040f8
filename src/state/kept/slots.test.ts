import { expect, test } from 'vitest';
import { DEFAULT_CHOICES, withData } from '../../protocol/choices';
import { NO_FILES } from '../lab-state';
import { listed, placed, slotsOf } from './slots';

const file = (name: string) => new File([name], name);

test('files that are listed and placed again are in their places, in order', () => {
  const files = {
    captions: file('c.json'),
    pictures: [file('1.jpg'), file('2.jpg')],
    zip: file('z.zip'),
    tars: [file('t.tar')],
    texts: [file('1.txt')],
    vectors: [file('v.npz')],
    besideVectors: [file('q.tsv')],
    model: [file('m.onnx')],
  };
  expect(placed(listed(files))).toEqual(files);
  expect(placed(listed(NO_FILES))).toEqual(NO_FILES);
});

test('a run reads only those files that its choices name', () => {
  expect(slotsOf(DEFAULT_CHOICES)).toEqual([]);
  expect(slotsOf(withData(DEFAULT_CHOICES, 'files'))).toContain('captions');
  expect(slotsOf({ ...withData(DEFAULT_CHOICES, 'npz'), npzUrl: '' })).toEqual(['vectors', 'besideVectors']);
  expect(slotsOf({ ...withData(DEFAULT_CHOICES, 'npz'), npzUrl: 'a.npz' })).toEqual([]);
  expect(slotsOf({ ...DEFAULT_CHOICES, model: 'files' })).toEqual(['model']);
});
