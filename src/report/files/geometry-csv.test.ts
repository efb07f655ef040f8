import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import { hubnessOf } from '../../retrieval/geometry/hubness';
import type { CellGeometry } from '../../sweep/results/cell-geometry';
import { hubCountsCsv, hubsAndGapsCsv } from './geometry-csv';

const summary = (mean: number, deviation: number) => ({
  pairs: 8,
  mean,
  deviation,
  histogram: new Uint32Array(100),
});
const cell = { dim: 64, projection: 'pca', precision: 'int4' } as const;
const cells: CellGeometry[] = [
  {
    ...cell,
    direction: 'textToImage',
    hubness: hubnessOf(Uint32Array.of(0, 3, 0), 10),
    geometry: { cosines: { right: summary(0.9, 0.1), wrong: summary(0.5, 0.1) }, gap: 0.25 },
  },
  {
    ...cell,
    precision: 'reference-int8',
    direction: 'imageToText',
    hubness: hubnessOf(Uint32Array.of(1, 1), 10),
    geometry: null,
  },
];
const read = (csv: string) => Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;

test('a line for each cell and direction; empty where codes stand for no vectors', () => {
  const [first, second] = read(hubsAndGapsCsv(cells, TEXT_AND_IMAGE));
  expect(first).toMatchObject({
    direction: 'text→image',
    dimension: '64',
    projection: 'pca',
    precision: 'int4',
    never_found: '2',
    count_largest: '3',
    right_cosine_mean: '0.9',
    modality_gap: '0.25',
  });
  expect(Number(first.separation)).toBeCloseTo(4, 10);
  expect(second).toMatchObject({
    direction: 'image→text',
    count_skewness: '0',
    modality_gap: '',
    separation: '',
  });
});

test('each item of a cell’s gallery by its name, else its row, harmless to spreadsheets', () => {
  const names = { fileNames: ['a.jpg', '=b.jpg', 'c.jpg'] };
  expect(
    read(hubCountsCsv(cells, names, TEXT_AND_IMAGE)).map(({ item, queries }) => [item, queries]),
  ).toEqual([
    ['a.jpg', '0'],
    ["'=b.jpg", '3'],
    ['c.jpg', '0'],
    ['0', '1'],
    ['1', '1'],
  ]);
});
