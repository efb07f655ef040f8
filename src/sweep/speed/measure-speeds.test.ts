import { expect, test } from 'vitest';
import { configOf, delayedEvaluators, evaluatorsOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { STEADY } from '../../retrieval/speed/speed';
import { isUnsteady, settingsOf, withSpeeds, type MeasuredSpeed } from '../results/with-speeds';
import { measureSpeeds } from './measure-speeds';
import { millisecondsLeft } from './time-left';

const input = madeUpInput(30, 20, 8);
const config = configOf({
  dims: [8, 4],
  projections: ['pca'],
  precisions: ['fp32', 'int4', 'binary'],
  rescore: 5,
});
const rows = await rowsOf(input, config);
const settings = settingsOf(rows);

async function measured(pool = evaluatorsOf(), signal?: AbortSignal): Promise<MeasuredSpeed[]> {
  const all: MeasuredSpeed[] = [];
  for await (const one of measureSpeeds(pool, input, config, settings, 'a browser', signal)) all.push(one);
  return all;
}

test('a setting is measured once for all its pools, those of one space after another', () => {
  expect(settings.map(({ dim, precision }) => `${dim} ${precision}`)).toEqual([
    '8 fp32',
    '8 int4',
    '8 binary',
    '8 fp32',
    '8 int4',
    '8 binary',
    '4 fp32',
    '4 int4',
    '4 binary',
  ]);
  expect(rows).toHaveLength(2 * settings.length);
});

test('every setting is measured in both directions, by one evaluator or several, and says how', async () => {
  for (const pool of [evaluatorsOf(), delayedEvaluators(3, 7)]) {
    const all = await measured(pool);
    expect(all.map(({ setting }) => setting)).toEqual(settings);
    for (const { speed } of all) {
      // The clock of the tests goes on by a second at each look, so that a sample is one batch of six queries, or of as many as are left.
      expect(speed.textToImage).toEqual({ median: 6, slowest: 6, fastest: 6 });
      expect(speed.imageToText).toEqual({ median: 6, slowest: 6, fastest: 6 });
      expect(speed.method).toMatchObject({ samples: STEADY.samples, sampleMs: STEADY.sampleMs, threads: 1 });
      expect(speed.method.device).toMatch(/; a browser$/);
    }
  }
});

test('a stop keeps what was measured before it', async () => {
  const stop = new AbortController();
  const all: MeasuredSpeed[] = [];
  const measuring = measureSpeeds(evaluatorsOf(), input, config, settings, '', stop.signal);
  await expect(async () => {
    for await (const one of measuring) {
      all.push(one);
      if (all.length === 2) stop.abort(new Error('stopped'));
    }
  }).rejects.toThrow('stopped');
  expect(all.map(({ setting }) => setting)).toEqual(settings.slice(0, 2));
});

test('the rows of all pools of a setting take its speed, later ones in the place of earlier ones; others keep theirs', async () => {
  const [first, second] = await measured();
  const once = withSpeeds(rows, [first]);
  const ofFirst = (row: { readonly dim: number; readonly precision: string }) =>
    row.dim === 8 && row.precision === 'fp32';
  for (const row of once) {
    const isFirst = ofFirst(row) && row.projection === 'none';
    expect(row.gallerySpeed).toEqual(isFirst ? first.speed : undefined);
  }
  const faster = { ...first, speed: { ...first.speed, textToImage: { median: 9, slowest: 8, fastest: 10 } } };
  const again = withSpeeds(withSpeeds(once, [second]), [faster]);
  const known = settingsOf(again.filter(({ gallerySpeed }) => gallerySpeed));
  expect(known).toEqual(settings.slice(0, 2));
  expect(again[0].gallerySpeed?.textToImage.median).toBe(9);
});

test('speeds whose slowest sample is less than half the median are unsteady', async () => {
  const [first] = await measured();
  const slowest = (share: number) => ({
    ...first,
    speed: { ...first.speed, imageToText: { median: 100, slowest: 100 * share, fastest: 120 } },
  });
  const unsteady = (one: MeasuredSpeed) => withSpeeds(rows, [one]).filter(isUnsteady).length;
  expect([unsteady(slowest(0.4)), unsteady(slowest(0.6))]).toEqual([2, 0]);
});

test('the time left is that of the samples until a setting is done, then follows from those that are', () => {
  const samples = 2 * (STEADY.warmUpMs + STEADY.samples * STEADY.sampleMs);
  expect(millisecondsLeft(0, 18, 0)).toBe(18 * samples);
  expect(millisecondsLeft(3, 18, 3 * 1000)).toBe(15 * 1000);
  expect(millisecondsLeft(18, 18, 20_000)).toBe(0);
});
