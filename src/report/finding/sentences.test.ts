import { expect, test } from 'vitest';
import { lossOf, measuredRow } from '../../../tests/support/rows';
import { cellSentence, differenceSentence, lossSentence } from './sentences';

const cell = {
  experiment: 'x',
  dim: 256,
  projection: 'random',
  precision: 'int4',
  candidateSize: 500,
  wholeGallery: false,
} as const;

test('a loss names what costs points, in the same pools', () => {
  expect(lossSentence({ ...cell, loss: lossOf(-0.08, 0.12, 0.004) }, 10)).toBe(
    '256 random · int4: 12.4 points of Recall@10 lost compared with fp32 at the base dimension. ' +
      'The random projection costs 12.0, the precision costs 0.4.',
  );
});

test('a loss below zero is a gain', () => {
  expect(lossSentence({ ...cell, loss: lossOf(-0.08, 0.01, -0.03) }, 1, 'int8')).toBe(
    '256 random · int4: 2.0 points of Recall@1 gained compared with int8. The random projection costs 1.0, the precision adds 3.0.',
  );
});

test('a difference whose interval covers 0 is never called one', () => {
  expect(differenceSentence({ mean: -0.002, low: -0.006, high: 0.002 })).toBe(
    'no difference seen compared with fp32 at the base dimension (−0.2 points, 95 % interval −0.6 to 0.2)',
  );
  expect(differenceSentence({ mean: -0.018, low: -0.022, high: -0.014 })).toBe(
    '1.8 points below fp32 at the base dimension (95 % interval −2.2 to −1.4)',
  );
  expect(differenceSentence({ mean: 0.018, low: 0.014, high: 0.022 })).toContain('1.8 points above');
});

test('a cell says what it measured at the K asked for', () => {
  const difference = [
    { mean: 0, low: -0.01, high: 0.01 },
    { mean: -0.3, low: -0.4, high: -0.2 },
  ];
  const row = measuredRow({}, { mean: 0.9, margin: 0.1, atSecondK: 0.6, difference });
  expect(cellSentence(row, 'textToImage', 1, 0)).toMatch(
    /^512 dimensions, fp16: Recall@1 90\.0 % .*no difference/,
  );
  expect(cellSentence(row, 'textToImage', 5, 1)).toMatch(/Recall@5 60\.0 % .*30\.0 points below/);
});
