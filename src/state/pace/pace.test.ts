import { expect, test } from 'vitest';
import type { Stage, StageName } from '../../run/progress';
import { paceOf, parsePaces, secondsAt, secondsLeftInAll } from './pace';

const stage = (name: StageName, done: number, took: number, free = 0): Stage => ({
  name,
  done,
  total: done,
  free,
  started: 1000,
  updated: 1000 + took,
  unit: '',
  detail: '',
});
const stages = [
  stage('model', 1, 300),
  stage('images', 100, 2000),
  stage('texts', 500, 1000),
  stage('sweep', 54, 700),
];

test('a run that is as large as the one timed takes as long, and twice the pictures take twice their time', () => {
  const pace = paceOf(stages, 54)!;
  expect(pace).toEqual({ before: 300, perImage: 20, perText: 2, perQuery: 700 / (54 * 600) });
  expect(secondsAt(pace, { images: 100, texts: 500, cells: 54 })).toBeCloseTo(4, 9);
  expect(secondsAt(pace, { images: 200, texts: 500, cells: 54 })).toBeCloseTo(6 + 0.7 / 6, 9);
  expect(secondsAt(pace, { images: 100, texts: 500, cells: 108 })).toBeCloseTo(4.7, 9);
});

test('of vectors that were stored no pace is taken', () => {
  expect(paceOf([stage('images', 100, 10, 100), stage('texts', 100, 10, 100)], 54)).toBeNull();
  expect(paceOf([stage('images', 100, 2000, 50), stage('texts', 500, 1000)], 54)!.perImage).toBe(40);
  expect(paceOf([stage('sweep', 54, 700)], 54)).toBeNull();
  expect(paceOf([{ ...stage('images', 50, 2000), total: 100 }, stage('texts', 500, 1000)], 54)).toBeNull();
});

test('what was stored is read back; damage is no pace', () => {
  const paces = { 'demo fp32 wasm': paceOf(stages, 54)! };
  expect(parsePaces(JSON.stringify(paces))).toEqual(paces);
  for (const damage of [null, '', '{', '[]', '{"a":{"perImage":"1"}}', '3'])
    expect(parsePaces(damage)).toEqual({});
});

test('what is left goes down from stage to stage, and the one that is under way counts at its own rate', () => {
  const pace = paceOf(stages, 54)!;
  const amount = { images: 100, texts: 500, cells: 54 };
  expect(secondsLeftInAll([], pace, amount)).toBeCloseTo(4, 9);
  expect(secondsLeftInAll([stage('model', 1, 100)], pace, amount)).toBeCloseTo(3.9, 9);
  // Half of the pictures took twice as long as last time.
  const half = { ...stage('images', 50, 2000), total: 100 };
  expect(secondsLeftInAll([stage('model', 1, 300), half], pace, amount)).toBeCloseTo(2 + 1 + 0.7, 9);
  expect(secondsLeftInAll([{ ...stage('sweep', 0, 0), total: 54 }], pace, amount)).toBeCloseTo(0.7, 9);
  // A stage that has hardly begun says nothing of its rate yet.
  const begun = { ...stage('images', 1, 2000), total: 100 };
  expect(secondsLeftInAll([begun], pace, amount)).toBeCloseTo(2 * 0.99 + 1 + 0.7, 9);
});
