import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { sideNamesOf, TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { Precision } from '../../protocol/sweep-config';
import type { ResultRow } from '../../sweep/results/result';
import { primaryKIndex } from '../../sweep/results/primary-k';
import { finding as findingOf } from './finding';
import { viewAtFirst, type FindingPart } from './viewed';

/** What is told before anything is chosen. */
const finding = (rows: readonly ResultRow[], k: number, kIndex: number, sides = TEXT_AND_IMAGE) =>
  findingOf(rows, viewAtFirst(k, kIndex, sides));

/** A row at pools of 100 whose recall lies at `mean`, within `margin` either side. */
const row = (dim: number, precision: Precision, mean: number, margin = 0.01) =>
  measuredRow({ dim, precision }, { mean, margin });

const words = (parts: readonly FindingPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

const links = (parts: readonly FindingPart[]): FindingPart[] =>
  parts.filter((part) => typeof part !== 'string');

test('nothing is said without rows', () => {
  expect(finding([], 10, 0)).toEqual([]);
});

test('nothing is said while all rows are lifted', () => {
  expect(finding([measuredRow({ lifted: true }, { mean: 0.5, margin: 0.1 })], 10, 0)).toEqual([]);
});

test('the words are those of the run', () => {
  const [start] = finding([row(512, 'fp16', 0.9)], 10, 0, sideNamesOf('text', 'text'));
  expect(start).toMatch(/^Query text→corpus text, pools of 100: .* find the right corpus text among/);
});

test('one row is told with its interval and with chance, and nothing is compared', () => {
  expect(words(finding([row(512, 'fp16', 0.9)], 10, 0))).toBe(
    'Text→image, pools of 100: fp16 vectors of 512 dimensions (1000 bytes each) find the right picture among the first 10 for 90.0 % of queries (95 % interval 89.0–91.0; chance 10.0 %). ',
  );
});

test('a difference is claimed where the intervals do not overlap, and only there', () => {
  const base = row(512, 'fp16', 0.9);
  const said = (mean: number) => words(finding([base, row(512, 'int8', mean)], 10, 0));
  expect(said(0.8)).toContain('int8 loses 10.0 points in ');
  expect(said(0.95)).toContain('int8 gains 5.0 points in ');
  expect(said(0.885)).toContain('int8: no difference seen in ');
  expect(said(0.885)).not.toMatch(/loses|gains/);
});

test('intervals that touch overlap', () => {
  const rows = [row(512, 'fp16', 0.75, 0.125), row(512, 'int8', 0.5, 0.125)];
  expect(words(finding(rows, 10, 0))).toContain('int8: no difference seen');
});

test('each number leads to its own cell', () => {
  const rows = [row(512, 'fp16', 0.9), row(512, 'int4', 0.8), row(256, 'fp16', 0.7)];
  expect(links(finding(rows, 10, 0))).toEqual([
    { text: '90.0 %', experiment: 'dim_512_prec_fp16_cand_100' },
    { text: '10.0 points', experiment: 'dim_512_prec_int4_cand_100' },
    { text: '20.0 points', experiment: 'dim_256_prec_fp16_cand_100' },
  ]);
});

test('bytes are relative to the base row', () => {
  const half = measuredRow({ dim: 512, precision: 'int8' }, { mean: 0.8, margin: 0.01, perVector: 512 });
  const base = measuredRow({ dim: 512, precision: 'fp16' }, { mean: 0.9, margin: 0.01, perVector: 1024 });
  expect(words(finding([base, half], 10, 0))).toContain('int8 loses 10.0 points at 50.0 % of the bytes.');
});

test('the base is the finest precision at the largest dimension that is not lifted, in whatever order rows come', () => {
  const rows = [
    row(512, 'int4', 0.6),
    row(256, 'fp32', 0.7),
    row(512, 'fp16', 0.8),
    measuredRow({ dim: 1024, precision: 'fp32', lifted: true }, { mean: 0.9, margin: 0.01 }),
    row(512, 'fp32', 0.9),
  ];
  for (const given of [rows, rows.toReversed()]) {
    expect(words(finding(given, 10, 0))).toContain('fp32 vectors of 512 dimensions');
    expect(links(finding(given, 10, 0))[0]).toEqual({
      text: '90.0 %',
      experiment: 'dim_512_prec_fp32_cand_100',
    });
  }
});

test('only the largest pool that has rows is told of', () => {
  const rows = [
    measuredRow({ candidateSize: 100, precision: 'fp32' }, { mean: 0.9, margin: 0.01 }),
    measuredRow({ candidateSize: 200, precision: 'fp16' }, { mean: 0.7, margin: 0.01 }),
  ];
  expect(words(finding(rows, 10, 0))).toMatch(
    /^Text→image, pools of 200: fp16 .*for 70\.0 % .*chance 5\.0 %/,
  );
});

test('the whole gallery is told of as such, with its size', () => {
  const cell = { candidateSize: 5000, wholeGallery: true, precision: 'fp32' } as const;
  expect(words(finding([measuredRow(cell, { mean: 0.5, margin: 0.01 })], 10, 0))).toMatch(
    /^Text→image, the whole gallery of 5\u202f000: fp32 .*chance 0\.2 %/,
  );
});

test('the recall told is that of the cut-off asked for', () => {
  const two = measuredRow({ dim: 512, precision: 'fp16' }, { mean: 0.9, margin: 0.01, atSecondK: 0.4 });
  expect(links(finding([two], 5, 1))[0]).toMatchObject({ text: '40.0 %' });
});

/** A row of 512 dimensions at a precision with a paired difference. */
const paired = (precision: Precision, difference: readonly [number, number, number], dim = 512) =>
  measuredRow(
    { dim, precision },
    {
      mean: 0.9,
      margin: 0.3,
      difference: [{ mean: difference[0], low: difference[1], high: difference[2] }],
    },
  );

const base = paired('fp32', [0, 0, 0]);

test('a paired difference is claimed where its interval excludes zero, however wide the intervals are', () => {
  const said = (...difference: [number, number, number]) =>
    words(finding([base, paired('int8', difference)], 10, 0));
  expect(said(-0.018, -0.022, -0.014)).toMatch(
    /\. Against fp32 at the base dimension, query by query: int8 loses 1\.8 ±\u00a00\.4 points in as many bytes\.$/,
  );
  expect(said(0.02, 0.01, 0.03)).toContain('int8 gains 2.0 ±\u00a01.0 points');
  expect(said(-0.01, -0.02, 0.004)).toContain('int8: no difference seen (±\u00a01.2 points)');
  expect(said(-0.01, -0.02, 0)).toContain('no difference seen');
});

test('a difference below a tenth of a point is not rounded away', () => {
  const tiny = paired('int8', [-0.0004, -0.0006, -0.0002]);
  expect(words(finding([base, tiny], 10, 0))).toContain('int8 loses 0.04 ±\u00a00.02 points');
});

test('each paired number leads to its own cell', () => {
  const rows = [base, paired('int8', [-0.02, -0.03, -0.01]), paired('fp32', [-0.1, -0.15, -0.05], 256)];
  expect(links(finding(rows, 10, 0))).toEqual([
    { text: '90.0 %', experiment: 'dim_512_prec_fp32_cand_100' },
    { text: '2.0 ±\u00a01.0 points', experiment: 'dim_512_prec_int8_cand_100' },
    { text: '10.0 ±\u00a05.0 points', experiment: 'dim_256_prec_fp32_cand_100' },
  ]);
});

test('without fp32 among the rows, the finest one is compared with it too, and bytes are told as they are', () => {
  const rows = [paired('fp16', [0, -0.001, 0.001]), paired('fp16', [-0.1, -0.15, -0.05], 256)];
  expect(words(finding(rows, 10, 0))).toMatch(
    /query by query: fp16: no difference seen \(±\u00a00\.1 points\); 256 dimensions by random projection at fp16 lose 10\.0 ±\u00a05\.0 points in 1000 bytes\.$/,
  );
});

test('the untouched vectors are told first, and every projection by its name', () => {
  const pca = (dim: number, loss: number) =>
    measuredRow(
      { dim, projection: 'pca', precision: 'fp32' },
      { mean: 0.9, margin: 0.3, difference: [{ mean: loss, low: loss - 0.01, high: loss + 0.01 }] },
    );
  const rows = [pca(256, -0.05), pca(512, -0.03), base, paired('fp32', [-0.1, -0.15, -0.05], 256)];
  expect(words(finding(rows, 10, 0))).toMatch(
    /fp32 vectors of 512 dimensions \(.*: 256 dimensions by PCA lose 5\.0 .*; 512 dimensions by PCA lose 3\.0 .*; 256 dimensions by random projection lose 10\.0 /,
  );
});

test('rows of which some carry no paired difference are told apart by their intervals', () => {
  const rows = [base, row(512, 'int8', 0.3)];
  expect(words(finding(rows, 10, 0))).toMatch(/\)\. int8 loses 60\.0 points in/);
});

test('the cut-off told is 10 where it was measured, else the first', () => {
  expect([primaryKIndex([1, 5, 10]), primaryKIndex([3, 1])]).toEqual([2, 0]);
});

const view = viewAtFirst(10, 0, TEXT_AND_IMAGE);

test('direction and pool in view are those told of', () => {
  const rows = [
    measuredRow({ precision: 'fp32' }, { mean: 0.9, margin: 0.01, imageToText: 0.4 }),
    measuredRow({ precision: 'fp32', candidateSize: 200 }, { mean: 0.7, margin: 0.01, imageToText: 0.3 }),
  ];
  const said = words(findingOf(rows, { ...view, direction: 'imageToText', candidateSize: 100 }));
  expect(said).toMatch(/^Image→text, pools of 100: .* find the right caption among the first 10 for 40\.0 %/);
  expect(words(findingOf(rows, { ...view, direction: 'both' }))).toMatch(
    /^Both directions on average, pools of 200: .* for 70\.0 % .*chance 5\.0 %/,
  );
});

test('a pinned cell is told first, and what the others differ from', () => {
  const rows = [
    paired('fp32', [0.02, 0.01, 0.03]),
    paired('int8', [0, 0, 0]),
    paired('int8', [-0.1, -0.2, -0.05], 256),
  ];
  const pinned = { dim: 512, projection: 'none', precision: 'int8' } as const;
  expect(words(findingOf(rows, { ...view, pinned, baseline: '512 dimensions at int8' }))).toMatch(
    /: int8 vectors of 512 .*Against 512 dimensions at int8, query by query: fp32 gains 2\.0 .*; 256 dimensions by random projection lose 10\.0 /,
  );
});

test('the bytes of a larger setting are so many times those of the pinned one', () => {
  const sized = (precision: Precision, perVector: number) =>
    measuredRow(
      { precision },
      { mean: 0.9, margin: 0.3, perVector, difference: [{ mean: 0.02, low: 0.01, high: 0.03 }] },
    );
  const pinned = { dim: 512, projection: 'none', precision: 'int4' } as const;
  const said = words(findingOf([sized('fp16', 1024), sized('int4', 258)], { ...view, pinned }));
  expect(said).toContain('fp16 gains 2.0 ±\u00a01.0 points at 3.97 × the bytes');
});

test('the old pipeline’s formats are explained where they are told of', () => {
  expect(words(findingOf([base, paired('int8', [-0.1, -0.2, -0.05])], view))).not.toContain(
    'earlier pipeline',
  );
  const old = words(findingOf([base, paired('reference-int8', [-0.7, -0.8, -0.6])], view));
  expect(old).toContain('reference-int8 loses 70.0');
  expect(old).toMatch(/Reference-int8: as an earlier pipeline packed vectors.*wrap round to negative/);
});
