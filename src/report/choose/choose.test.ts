import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { PRECISIONS } from '../../protocol/compression';
import {
  bestWithin,
  candidatesOf,
  fastest,
  isFaster,
  smallestAlike,
  smallestLossless,
  type Candidate,
} from './choose';

const question = { direction: 'textToImage', kIndex: 0, candidateSize: 100 } as const;

const anyRow = fc
  .record({
    dim: fc.constantFrom(64, 128, 256, 512),
    projection: fc.constantFrom('random' as const, 'pca' as const, 'truncate' as const),
    precision: fc.constantFrom(...PRECISIONS),
    candidateSize: fc.constantFrom(100, 200),
    mean: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
    bytes: fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((step) => 50 * step),
      fc.constant(NaN),
    ),
    low: fc.integer({ min: -10, max: 10 }),
    width: fc.integer({ min: 0, max: 10 }),
    compared: fc.constantFrom('paired', 'plain', 'not'),
  })
  .map(({ mean, bytes, low, width, compared, ...cell }) =>
    measuredRow(cell, {
      mean,
      margin: 0.1,
      perVector: bytes,
      ...(compared !== 'not' && {
        difference: [
          compared === 'paired'
            ? { mean: low + width / 2, low, high: low + width }
            : { mean: low, low: NaN, high: NaN },
        ],
      }),
    }),
  );
const anyCandidates = fc.array(anyRow, { maxLength: 30 }).map((rows) => candidatesOf(rows, question));
const budgets = fc.integer({ min: 1, max: 2200 });

test('only cells of the pool asked for whose bytes are known can be chosen, by whatever projection', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const chosen = candidatesOf(rows, question).map(({ row }) => row);
      expect(chosen).toEqual(
        rows.filter(({ candidateSize, memory }) => candidateSize === 100 && memory.perVector > 0),
      );
    }),
  );
});

/** What comes next finds more than the first, and nothing smaller does; where nothing comes next, nothing finds more. */
function expectNext(first: Candidate, next: Candidate | null, among: readonly Candidate[]) {
  const better = among.filter(({ recall }) => recall.mean > first.recall.mean);
  if (!next) {
    expect(better).toEqual([]);
    return;
  }
  expect(better).toContain(next);
  expect(next.bytes).toBe(Math.min(...better.map(({ bytes }) => bytes)));
}

test('nothing within the budget finds more than the best, nor as much in fewer bytes; what comes next is the smallest that finds more', () => {
  fc.assert(
    fc.property(anyCandidates, budgets, (candidates, budget) => {
      const within = candidates.filter(({ bytes }) => bytes <= budget);
      const choice = bestWithin(candidates, budget);
      if (!choice) {
        expect(within).toEqual([]);
        return;
      }
      const beats = (a: Candidate, b: Candidate) =>
        a.recall.mean > b.recall.mean || (a.recall.mean === b.recall.mean && a.bytes < b.bytes);
      expect(choice.first.bytes).toBeLessThanOrEqual(budget);
      expect(within.filter((other) => beats(other, choice.first))).toEqual([]);
      expectNext(choice.first, choice.next, candidates);
      expect(choice.next?.bytes ?? Infinity).toBeGreaterThan(budget);
    }),
  );
});

test('a larger budget never finds less', () => {
  fc.assert(
    fc.property(anyCandidates, budgets, budgets, (candidates, a, b) => {
      const of = (budget: number) => bestWithin(candidates, budget)?.first.recall.mean ?? -1;
      expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
    }),
  );
});

test('no loss is seen where an interval does not lie below 0, and nothing of that kind is smaller', () => {
  const losesNothing = ({ difference }: Candidate) => difference !== undefined && difference.high >= 0;
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const choice = smallestLossless(candidates);
      const lossless = candidates.filter(losesNothing);
      if (!choice) {
        expect(lossless).toEqual([]);
        return;
      }
      expect(losesNothing(choice.first)).toBe(true);
      expect(Math.min(...lossless.map(({ bytes }) => bytes))).toBe(choice.first.bytes);
      expectNext(choice.first, choice.next, lossless);
    }),
  );
});

test('the smallest cell alike is smaller, and its paired interval holds 0; of what is far apart no pair is asked for', () => {
  const cell = (precision: 'fp16' | 'int8' | 'int4' | 'binary', mean: number, perVector: number) =>
    measuredRow({ precision }, { mean, margin: 0.1, perVector });
  const rows = [
    cell('fp16', 0.8, 1024),
    cell('int8', 0.79, 514),
    cell('int4', 0.75, 258),
    cell('binary', 0.3, 64),
  ];
  const candidates = candidatesOf(rows, question);
  const of = (seen: readonly string[]) => {
    const asked: string[] = [];
    const found = smallestAlike(candidates, candidates[0], (from, to) => {
      asked.push(`${from.precision} ${to.precision}`);
      return seen.includes(to.precision)
        ? { mean: -0.05, low: -0.06, high: -0.04 }
        : { mean: -0.01, low: -0.02, high: 0.01 };
    });
    return [found?.alike.row.precision, asked];
  };
  expect(of([])).toEqual(['int4', ['fp16 int4']]);
  expect(of(['int4'])).toEqual(['int8', ['fp16 int4', 'fp16 int8']]);
  expect(of(['int4', 'int8'])[0]).toBeUndefined();
  expect(smallestAlike(candidates, candidates[0], () => null)).toBeNull();
});

test('with both directions the mean of both decides', () => {
  const rows = [measuredRow({}, { mean: 0.9, margin: 0.1 })];
  const [candidate] = candidatesOf(rows, { ...question, direction: 'both' });
  expect(candidate.recall).toBe(rows[0].mean.recall[0]);
});

test('no loss is seen of the fastest, nor is anything of that kind faster; the fastest of all may lose', () => {
  const medians = fc.option(
    fc.integer({ min: 1, max: 30 }).map((step) => 1000 * step),
    { nil: null },
  );
  const method = { samples: 7, sampleMs: 50, threads: 1, device: '' };
  const timed = fc.tuple(anyRow, medians).map(([row, median]) => {
    if (median === null) return row;
    const speed = { median, slowest: 0.9 * median, fastest: 1.1 * median };
    return { ...row, gallerySpeed: { textToImage: speed, imageToText: speed, method } };
  });
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 30 }), (rows) => {
      const candidates = candidatesOf(rows, question);
      const speedsOf = (some: readonly Candidate[]) => some.flatMap(({ speed }) => speed?.median ?? []);
      const lossless = candidates.filter(({ difference }) => difference && difference.high >= 0);
      const choice = fastest(candidates);
      expect(choice?.ofAll.speed.median).toBe(speedsOf(candidates).sort((a, b) => b - a)[0]);
      expect(choice?.lossless?.first.speed.median).toBe(speedsOf(lossless).sort((a, b) => b - a)[0]);
      const next = choice?.lossless?.next;
      expect(next?.speed.median).toBe(speedsOf(lossless).sort((a, b) => b - a)[1]);
    }),
  );
});

test('of both directions the speed is that of one query of each, one after the other', () => {
  const [fast, slow] = [3000, 1000].map((median) => ({ median, slowest: median, fastest: median }));
  const method = { samples: 7, sampleMs: 50, threads: 1, device: '' };
  const row = {
    ...measuredRow({}, { mean: 0.9, margin: 0.1 }),
    gallerySpeed: { textToImage: fast, imageToText: slow, method },
  };
  const [both] = candidatesOf([row], { ...question, direction: 'both' });
  expect(both.speed?.median).toBeCloseTo(1500, 9);
  expect([isFaster(fast, slow), isFaster(slow, fast), isFaster(fast, { ...slow, fastest: 3000 })]).toEqual([
    true,
    false,
    false,
  ]);
});
