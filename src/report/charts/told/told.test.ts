import { expect, test } from 'vitest';
import { measuredRow } from '../../../../tests/support/rows';
import { TEXT_AND_IMAGE } from '../../../protocol/side-names';
import { toCsv } from '../../files/csv';
import { directionPoints } from '../direction-points';
import { bytesPoints } from '../frontier';
import { measureOf } from '../measure';
import { poolSeries } from '../series';
import {
  bytesColumns,
  differenceColumns,
  directionsColumns,
  directionsDifferenceColumns,
  poolColumns,
  poolLinePoints,
} from './columns';
import { bytesInWords, directionsInWords, poolsInWords } from './sentences';

const recall = measureOf('recall', [10], 0);
const rows = [100, 200].flatMap((candidateSize) => [
  measuredRow(
    { precision: 'fp16', candidateSize },
    { mean: 90 / candidateSize, margin: 0.01, imageToText: 0.25, perVector: 1024 },
  ),
  measuredRow(
    { precision: 'int4', candidateSize },
    { mean: 80 / candidateSize, margin: 0.01, imageToText: 0.85, perVector: 258 },
  ),
]);
const ahead = ['textToImage'] as const;

test('the numbers of a chart are one line for each point, written in full, empty where they are not known', () => {
  const points = bytesPoints(rows, ahead, 100, recall);
  expect(toCsv(bytesColumns(recall, TEXT_AND_IMAGE), points).split('\n')).toEqual([
    'dimension,projection,precision,direction,bytes per vector,Recall@10,Recall@10 low,Recall@10 high',
    '512,none,fp16,text→image,1024,0.9,0.89,0.91',
    '512,none,int4,text→image,258,0.8,0.79,0.81',
    '',
  ]);
  const unknown = { ...points[0], quality: { mean: 0.5, low: NaN, high: NaN } };
  expect(toCsv(bytesColumns(recall, TEXT_AND_IMAGE), [unknown])).toContain(',0.5,,\n');
  const both = directionPoints(rows, 200, recall);
  expect(toCsv(directionsColumns(recall, TEXT_AND_IMAGE), both)).toContain('512,none,fp16,0.45,');
  const lines = poolLinePoints(poolSeries(rows, ahead, recall));
  expect(lines).toHaveLength(4);
  expect(toCsv(poolColumns(recall, TEXT_AND_IMAGE), lines)).toMatch(
    /int4,text→image,200,0\.4,0\.39\d*,0\.41\d*,0\.05/,
  );
});

test('where points are compared with a cell, their differences and its name are told too', () => {
  const against = { dim: 512, projection: 'none', precision: 'fp32' } as const;
  const difference = { mean: -0.1, low: -0.2, high: -0.05 };
  const compared = [
    measuredRow({ precision: 'int4' }, { mean: 0.8, margin: 0.01, difference: [difference] }),
  ];
  const bytes = bytesPoints(compared, ahead, 100, recall);
  expect(toCsv(differenceColumns(recall, bytes, against), bytes).split('\n')).toEqual([
    'Recall@10 difference,Recall@10 difference low,Recall@10 difference high,compared with',
    '-0.1,-0.2,-0.05,512 · fp32',
    '',
  ]);
  const lines = poolLinePoints(poolSeries(compared, ahead, recall));
  expect(toCsv(differenceColumns(recall, lines, against), lines)).toContain('-0.1,-0.2,-0.05,512 · fp32');
  const both = directionPoints(compared, 100, recall);
  expect(toCsv(directionsDifferenceColumns(recall, TEXT_AND_IMAGE, both, against), both).split('\n')).toEqual(
    [
      'Recall@10 text→image difference,Recall@10 text→image difference low,Recall@10 text→image difference high,Recall@10 image→text difference,Recall@10 image→text difference low,Recall@10 image→text difference high,compared with',
      '-0.1,-0.2,-0.05,-0.1,-0.2,-0.05,512 · fp32',
      '',
    ],
  );
});

test('measures and rows without differences have no columns of them', () => {
  const none = bytesPoints(rows, ahead, 100, recall);
  expect(differenceColumns(recall, none, rows[0])).toEqual([]);
  const both = directionPoints(rows, 100, recall);
  expect(directionsDifferenceColumns(recall, TEXT_AND_IMAGE, both, rows[0])).toEqual([]);
});

test('a sentence names the settings that no other beats, and how far lines go down', () => {
  expect(bytesInWords(bytesPoints(rows, ahead, 100, recall), recall, TEXT_AND_IMAGE)).toBe(
    'Text→image, from the smallest: 512 dimensions at int4, 258 B, Recall@10 80.0 %; 512 dimensions at fp16, 1.02 kB, Recall@10 90.0 %. No other setting is better in as few bytes.',
  );
  expect(poolsInWords(poolLinePoints(poolSeries(rows, ahead, recall)), recall, TEXT_AND_IMAGE)).toBe(
    'Text→image, among 100 and among 200 candidates: 512 dimensions at fp16 90.0 % and 45.0 %; 512 dimensions at int4 80.0 % and 40.0 %.',
  );
  expect(directionsInWords(directionPoints(rows, 100, recall), recall, TEXT_AND_IMAGE)).toBe(
    'Of 2 settings, text→image is better in 1 and image→text in 1.',
  );
  expect(bytesInWords([], recall, TEXT_AND_IMAGE)).toBe('');
});
