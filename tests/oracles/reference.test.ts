import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import { describe, expect, test } from 'vitest';
import { PlainKernels } from '../../src/kernels/plain/plain';
import type { Precision } from '../../src/protocol/sweep-config';
import { POOLS, PRECISIONS } from '../../src/protocol/sweep-config';
import type { Evaluator } from '../../src/sweep/engine/evaluator';
import type { EvaluationInput, Sides } from '../../src/sweep/plan/input';
import { inputFromArrays, reorderTexts } from '../../src/sweep/plan/input';
import type { DirectionResult, Estimate } from '../../src/sweep/results/result';
import type { SweepProgress } from '../../src/sweep/sweep';
import { openKernels } from '../../tools/kernels/open';
import {
  configOf,
  evaluatorsOf,
  madeUpInput,
  progressOf,
  rowsOf,
  delayedEvaluators,
  untimed,
} from '../support/cells';
import reference from './fixtures/reference.json';

function referenceInput(): EvaluationInput {
  const given = Object.entries(reference.arrays).map(([dim, arrays]): [string, Sides] => {
    const side = (base64: string) => {
      const { buffer } = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = arrays.type === 'float32' ? new Float32Array(buffer) : new Float64Array(buffer);
      return { rows: reference.n, cols: Number(dim), data };
    };
    return [dim, { text: side(arrays.text), image: side(arrays.image) }];
  });
  return inputFromArrays(
    Object.fromEntries(given),
    oneRelevantEach(Uint32Array.from(reference.imageOf), reference.imageOf.length),
  );
}

/** Recall, MRR and NDCG at the only K, in the order of the fixture. */
function atK({ recall, mrrAt, ndcg }: DirectionResult): Estimate[] {
  return [recall[0], mrrAt[0], ndcg[0]];
}

/** Equal but for the rounding of sums in another order. */
function expectClose(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, 10);
  else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      expectClose((actual as Record<string, unknown>)[key], value);
    }
  } else expect(actual).toBe(expected);
}

describe('pools of the reference', () => {
  test('draw, encode, score and rank as NumPy does, in every cell', async () => {
    const config = configOf({
      pools: 'reference',
      dims: Object.keys(reference.arrays).map(Number),
      precisions: reference.precisions as Precision[],
      candidateSizes: reference.sizes,
      ks: [reference.k],
      seed: reference.seed,
    });
    const rows = await rowsOf(referenceInput(), config);
    expect(rows.map(({ experiment }) => experiment)).toEqual(Object.keys(reference.cells));
    for (const row of rows) {
      const cell = reference.cells[row.experiment as keyof typeof reference.cells];
      for (const direction of ['textToImage', 'imageToText'] as const) {
        atK(row[direction]!).forEach(({ mean, optimistic, pessimistic }, i) => {
          expect(optimistic).toBeCloseTo(cell[direction].best[i], 12);
          expect(pessimistic).toBeCloseTo(cell[direction].worst[i], 12);
          expect(mean).toBeGreaterThanOrEqual(pessimistic - 1e-12);
          expect(mean).toBeLessThanOrEqual(optimistic + 1e-12);
        });
      }
    }
  });
});

describe('exact pools', () => {
  test('agree with the mean of many sampled ones', async () => {
    const input = madeUpInput(60, 30, 8);
    const [exact] = await rowsOf(input, configOf({ candidateSizes: [10] }));
    const [sampled] = await rowsOf(input, configOf({ candidateSizes: [10], pools: 'sampled', repeats: 400 }));
    for (const direction of ['textToImage', 'imageToText'] as const) {
      const [a, b] = [exact[direction]!, sampled[direction]!];
      for (const of of [(r: DirectionResult) => r.recall[0], (r: DirectionResult) => r.ndcg[1]]) {
        expect(Math.abs(of(a).mean - of(b).mean)).toBeLessThan(0.01);
      }
      expect(Math.abs(a.mrr.mean - b.mrr.mean)).toBeLessThan(0.01);
      expect(Math.abs(a.meanRank - b.meanRank)).toBeLessThan(0.05);
    }
  });

  test('of the whole gallery are the whole gallery, drawn or not', async () => {
    const input = madeUpInput(30, 30, 8);
    const whole = { candidateSizes: [30] };
    const rows = await Promise.all(
      (['exact', 'sampled', 'reference'] as const).map(async (pools) => {
        const [{ textToImage }] = await rowsOf(input, configOf({ ...whole, pools }));
        return atK(textToImage).map(({ mean }) => mean.toFixed(12));
      }),
    );
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });
});

test('vectors that are all alike score chance at every precision', async () => {
  const alike = { rows: 30, cols: 8, data: Float32Array.from({ length: 240 }, (_, i) => 1 + (i % 8)) };
  const input = {
    text: alike,
    image: alike,
    qrels: oneRelevantEach(
      Uint32Array.from({ length: 30 }, (_, i) => i),
      30,
    ),
  };
  for (const pools of ['exact', 'sampled', 'reference'] as const) {
    for (const row of await rowsOf(input, configOf({ precisions: PRECISIONS, pools }))) {
      for (const result of [row.textToImage, row.imageToText!]) {
        expect(result.recall.map(({ mean }) => mean)).toEqual([
          expect.closeTo(1 / row.candidateSize, 12),
          expect.closeTo(5 / row.candidateSize, 12),
        ]);
        expect(result.tiedShare).toBeCloseTo(1, 12);
      }
    }
  }
});

test('the order of the texts changes nothing', async () => {
  const input = madeUpInput(40, 20, 8);
  const order = Uint32Array.from({ length: 40 }, (_, i) => (i * 7 + 3) % 40);
  const config = configOf({ precisions: ['fp32', 'int8', 'binary'] });
  const [rows, reordered] = [await rowsOf(input, config), await rowsOf(reorderTexts(input, order), config)];
  rows.forEach((row, i) => {
    for (const direction of ['textToImage', 'imageToText'] as const) {
      const [a, b] = [row[direction]!, reordered[i][direction]!];
      expect(b.mrr.mean).toBeCloseTo(a.mrr.mean, 12);
      expect(b.mrr.low).toBeCloseTo(a.mrr.low, 12);
      expect(b.ndcg[1].mean).toBeCloseTo(a.ndcg[1].mean, 12);
    }
  });
});

test('centring the gallery and its scales keep the order that 8 bits can tell', async () => {
  const input = madeUpInput(40, 40, 8);
  const [fp32] = await rowsOf(input, configOf({ candidateSizes: [40] }));
  for (const calibration of ['dimension', 'vector', 'global'] as const) {
    for (const query of ['int8', 'float'] as const) {
      for (const centre of [true, false]) {
        const choices = { precisions: ['int8'] as const, candidateSizes: [40], calibration, query, centre };
        const [int8] = await rowsOf(input, configOf(choices));
        for (const direction of ['textToImage', 'imageToText'] as const) {
          expect(Math.abs(int8[direction]!.meanRank - fp32[direction]!.meanRank)).toBeLessThan(0.5);
        }
      }
    }
  }
});

test('sampled pools are the same in every dimension and precision', async () => {
  const input = madeUpInput(40, 20, 8);
  // Whole numbers: fp32 and fp16 score them alike, so any difference would come from the pools.
  const whole = ({ data, ...shape }: EvaluationInput['text']) => ({ ...shape, data: data.map(Math.round) });
  const rounded = { ...input, text: whole(input.text), image: whole(input.image) };
  const config = configOf({ precisions: ['fp32', 'fp16'], pools: 'sampled', repeats: 2 });
  const rows = (await rowsOf(rounded, config)).map(untimed);
  const results = (precision: Precision) =>
    rows
      .filter((row) => row.precision === precision)
      .map(({ textToImage, imageToText }) => ({ textToImage, imageToText }));
  expect(results('fp16')).toEqual(results('fp32'));
});

test('a pool’s row does not depend on which other sizes are asked for', async () => {
  const input = madeUpInput(40, 20, 8);
  for (const pools of ['exact', 'sampled'] as const) {
    const [, both] = await rowsOf(input, configOf({ pools, repeats: 3 }));
    const [alone] = await rowsOf(input, configOf({ pools, repeats: 3, candidateSizes: [20] }));
    expect(untimed(alone)).toEqual(untimed(both));
  }
});

test('rows are the same again, and come in the order of dimension, precision, size', async () => {
  const input = madeUpInput(40, 20, 8);
  const config = configOf({ dims: [4, 8, 16], precisions: ['int4', 'fp16'] });
  const [first, second] = [await rowsOf(input, config), await rowsOf(input, config)];
  expect(second.map(untimed)).toEqual(first.map(untimed));
  expect(first.map(({ experiment }) => experiment).slice(0, 5)).toEqual([
    'dim_4_prec_int4_cand_10',
    'dim_4_prec_int4_cand_20',
    'dim_4_prec_fp16_cand_10',
    'dim_4_prec_fp16_cand_20',
    'dim_8_prec_int4_cand_10',
  ]);
});

test.each(POOLS)('%s pools: the whole gallery is what a pool as large as the gallery is', async (pools) => {
  const input = madeUpInput(30, 30, 8);
  const precisions = ['fp32', 'int4', 'binary'] as const;
  const chosen = { dims: [4, 8], precisions, pools, repeats: 2 };
  const whole = await rowsOf(input, configOf({ ...chosen, candidateSizes: [10, 'all'] }));
  const sized = await rowsOf(input, configOf({ ...chosen, candidateSizes: [10, 30] }));
  expect(whole.map(({ wholeGallery }) => wholeGallery)).toEqual(whole.map((_, i) => i % 2 === 1));
  whole.forEach((row, i) => {
    const { note, ...measured } = untimed({ ...row, wholeGallery: false });
    const { note: sizedNote, ...expected } = untimed(sized[i]);
    expectClose(measured, expected);
    if (pools === 'reference' && row.wholeGallery) expect(sizedNote).toContain('ranked as a whole');
    else expect(note).toBe(sizedNote);
  });
});

test('the whole gallery is ranked alone too, and each direction has a gallery of its own', async () => {
  const input = madeUpInput(40, 20, 8);
  for (const pools of POOLS) {
    const [row, ...others] = await rowsOf(input, configOf({ pools, candidateSizes: ['all'] }));
    expect(others).toEqual([]);
    expect([row.candidateSize, row.textToImage.candidates, row.imageToText.candidates]).toEqual([20, 20, 40]);
  }
});

test('progress counts the queries scored up to all of them', async () => {
  const steps = await progressOf(madeUpInput(40, 20, 8), configOf({ precisions: ['fp32', 'int8'] }));
  const progress = steps.filter(
    (step): step is SweepProgress & { kind: 'progress' } => step.kind === 'progress',
  );
  const shares = progress.map(({ done }) => done);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(progress.every(({ total }) => total === 120)).toBe(true);
  expect(shares.at(-1)).toBe(120);
});

test('an aborted sweep stops before the next call', async () => {
  const controller = new AbortController();
  const evaluators = evaluatorsOf();
  let calls = 0;
  const [member] = evaluators.members as [Evaluator];
  const rankAlike = member.rankBothDirections.bind(member);
  member.rankBothDirections = (job) => {
    calls++;
    controller.abort();
    return rankAlike(job);
  };
  const run = progressOf(madeUpInput(40, 20, 8), configOf({}), evaluators, controller.signal);
  await expect(run).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(calls).toBe(1);
});

test.each(['exact', 'sampled', 'reference'] as const)(
  'rows of %s pools are the same with one evaluator or four, in WebAssembly or plain',
  async (pools) => {
    const input = madeUpInput(60, 30, 8);
    const config = configOf({ dims: [4, 16], precisions: PRECISIONS, pools, repeats: 2 });
    const [plain, wasm] = [new PlainKernels(), openKernels('simd')];
    const expected = (await rowsOf(input, config, evaluatorsOf(1, plain))).map(untimed);
    for (const evaluators of [evaluatorsOf(4, plain), evaluatorsOf(1, wasm), evaluatorsOf(4, wasm)]) {
      const rows = (await rowsOf(input, config, evaluators)).map(untimed);
      rows.forEach((row, i) => expectClose(row, expected[i]));
    }
  },
);

test.each(POOLS)('rows of %s pools do not depend on who is done first', async (pools) => {
  const input = madeUpInput(60, 30, 8);
  const config = configOf({ dims: [4, 8, 16], precisions: ['fp32', 'reference-int8'], pools, repeats: 2 });
  const expected = (await rowsOf(input, config)).map(untimed);
  for (const seed of [1, 2, 3, 4]) {
    const rows = await rowsOf(input, config, delayedEvaluators(3, seed));
    expect(rows.map(untimed)).toEqual(expected);
  }
});

test.each(['exact', 'sampled', 'reference'] as const)(
  'in %s pools, binary whose candidates are all scored again ranks as the format that does it',
  async (pools) => {
    const input = madeUpInput(60, 30, 8);
    const config = configOf({ precisions: ['fp32', 'binary'], pools, rescore: 60, rescoreBy: 'fp32' });
    const rows = await rowsOf(input, config);
    const binary = rows.filter(({ precision }) => precision === 'binary');
    if (pools === 'reference') {
      // Each cell has pools of its own: only the whole gallery can be compared.
      const whole = { ...config, candidateSizes: [60] };
      const [fp32, again] = await rowsOf(input, whole);
      expect(again.textToImage.recall).toEqual(fp32.textToImage.recall);
    } else {
      for (const [i, row] of binary.entries()) {
        expectClose(row.textToImage.recall, rows[i].textToImage.recall);
        expectClose(row.imageToText.ndcg, rows[i].imageToText.ndcg);
        expect(row.textToImage.difference!.recall[0].mean).toBeCloseTo(0, 12);
      }
    }
    expect(binary[0].memory.text).toBe(60 * 4 + 60 * 8 * 4);
    expect(binary[0].note).toContain('rescored with fp32');
  },
);

test('the parts of a loss add up to what fp32 has over the whole gallery less what the cell has', async () => {
  const input = madeUpInput(60, 30, 8);
  const config = configOf({ dims: [4, 8], precisions: ['int4'], candidateSizes: [10, 30], ks: [1] });
  const rows = await rowsOf(input, config);
  const [whole] = await rowsOf(input, configOf({ candidateSizes: [30], ks: [1] }));
  for (const { textToImage, difference } of rows.map((row) => ({ ...row, ...row.textToImage! }))) {
    const [{ total, pool, dimension, precision }] = textToImage.loss!;
    expect(pool + dimension + precision).toBeCloseTo(total, 12);
    expect(whole.textToImage.recall[0].mean - textToImage.recall[0].mean).toBeCloseTo(total, 12);
    expect(difference!.recall[0].mean).toBeCloseTo(-dimension - precision, 12);
  }
  expect(rows.every(({ precision }) => precision === 'int4')).toBe(true);
});
