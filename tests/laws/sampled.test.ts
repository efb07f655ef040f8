import { expect, test } from 'vitest';
import { qrelsFrom } from '../../src/retrieval/ranks/qrels';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import { madeUpInput } from '../support/cells';
import type { Measured } from '../support/run-sweep';
import { runSweep } from '../support/run-sweep';

/** Runs of their own seeds; their spread tells how certain their mean is. */
const SEEDS = 25;
const REPEATS = 100;

/** Vectors of whole numbers, whose scores tie often. */
function tying(input: EvaluationInput): EvaluationInput {
  const whole = ({ data, ...shape }: EvaluationInput['text']) => ({
    ...shape,
    data: data.map((x, i) => Math.round(x / 2) || ((i % shape.cols) + 1) % 2),
  });
  return { ...input, text: whole(input.text), image: whole(input.image) };
}

/** Every image of a text is right, and so is the next one of every third text; grades are 1 to 3. */
function graded(input: EvaluationInput): EvaluationInput {
  const { rows: texts } = input.text;
  const pairs = Array.from(input.qrels.items).flatMap((image, text) => [
    [text, image],
    ...(text % 3 === 0 ? [[text, (image + 1) % input.image.rows]] : []),
  ]);
  const column = (at: number) => Uint32Array.from(pairs, (pair) => pair[at]);
  const grades = Float32Array.from(pairs, (_, i) => 1 + (i % 3));
  const qrels = qrelsFrom({ queries: column(0), items: column(1), grades }, texts, input.image.rows);
  return { ...input, qrels };
}

/** What has an expectation over pools: each metric and its bounds, and the mean rank. */
function expectations({ metrics, result }: Measured): [string, number][] {
  const bounds = Object.entries(metrics).flatMap(
    ([name, { mean, optimistic, pessimistic }]): [string, number][] => [
      [name, mean],
      [`optimistic ${name}`, optimistic],
      [`pessimistic ${name}`, pessimistic],
    ],
  );
  return [...bounds, ['mean rank', result.meanRank]];
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** The standard error of the mean of independent values. */
function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.map((value) => (value - middle) ** 2);
  return Math.sqrt(mean(squares) / (values.length - 1));
}

test.each([
  ['one text to an image', madeUpInput(24, 24, 6), 0],
  ['several texts to an image', madeUpInput(60, 20, 6), 0],
  ['several texts and many ties', tying(madeUpInput(50, 20, 3)), 0.2],
  ['several of several grades and many ties', graded(tying(madeUpInput(50, 20, 3))), 0.2],
])(
  'the mean over 2,500 drawn pools lies within 4 standard errors of the exact value: %s',
  async (_, input, ties) => {
    const choices = { candidateSizes: [6, 12], ks: [1, 3, 5] };
    const exact = await runSweep(input, choices);
    const drawn: Measured[][] = [];
    for (let seed = 0; seed < SEEDS; seed++) {
      drawn.push(await runSweep(input, { ...choices, pools: 'sampled', repeats: REPEATS, seed }));
    }
    exact.forEach((one, cell) => {
      expect(one.result.tiedShare).toBeGreaterThanOrEqual(ties);
      expectations(one).forEach(([name, value], i) => {
        const values = drawn.map((run) => expectations(run[cell])[i][1]);
        const away = Math.abs(mean(values) - value);
        expect(away, `${name} of ${one.name}`).toBeLessThan(4 * standardError(values) + 1e-12);
      });
    });
  },
);
