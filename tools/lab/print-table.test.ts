import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sideNamesOf, TEXT_AND_IMAGE } from '../../src/protocol/side-names';
import { printedColumns } from '../../src/report/columns/table-columns';
import { tableOf } from './print-table';

test('each line names its dimension with its projection, its precision and its pool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  const unmeasured = Object.fromEntries(
    printedColumns([10], 10, TEXT_AND_IMAGE).map(({ key }) => [key, null]),
  );
  const row = {
    ...unmeasured,
    embedding_dim: 256,
    precision: 'int8',
    candidate_size: 2000,
    't2v_recall@10': 0.75,
  };
  const results = [
    { ...row, projection: 'pca', whole_gallery: 'true' },
    { ...row, projection: 'random', whole_gallery: 'false' },
  ];
  writeFileSync(
    join(folder, 'experiment_results.json'),
    JSON.stringify({ run: { sweep: { ks: [10] }, data: { sides: sideNamesOf('text', 'text') } }, results }),
  );
  const [head, whole, pool] = tableOf(folder).split('\n');
  rmSync(folder, { recursive: true });
  expect(head).toContain('R@10 q→c');
  expect(whole).toMatch(/^ {3}256 PCA +int8 +all 2\s000 +75\.0 % /u);
  expect(pool).toMatch(/^256 random +int8 +2\s000 +75\.0 % /u);
});
