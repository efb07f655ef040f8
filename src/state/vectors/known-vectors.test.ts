import { expect, test } from 'vitest';
import { DEFAULT_CHOICES, withData, type Choices } from '../../protocol/choices';
import { knownVectors } from './known-vectors';
import type { LabState } from '../lab-state';

const known = (choices: Choices, vectorArrays: LabState['vectorArrays']) =>
  knownVectors({ choices, vectorArrays });

test('of dropped vectors the headers tell rows and dimensions, where it is clear what they are', () => {
  const npz: Choices = { ...withData(DEFAULT_CHOICES, 'npz'), npzUrl: '' };
  const array = (name: string, rows: number, cols: number) => ({ name, type: 'f4', shape: [rows, cols] });
  const arrays = [array('text_256', 6, 256), array('text_768', 6, 768)];
  const images = [array('image_256', 4, 256), array('image_768', 4, 768)];
  const truth = { name: 'ground_truth', type: 'i8', shape: [6] };
  expect(known(npz, { arrays: [...arrays, ...images, truth] })).toMatchObject({
    texts: 6,
    images: 4,
    baseDim: 768,
    givenDims: [256, 768],
  });
  expect(known(npz, { arrays: [array('a', 6, 8), array('b', 6, 8)] })).toEqual({});
  expect(known(npz, { problem: 'damaged' })).toEqual({});
  expect(known({ ...npz, npzUrl: 'a.npz' }, { arrays })).toEqual({});
  expect(known(npz, null)).toEqual({});
});
