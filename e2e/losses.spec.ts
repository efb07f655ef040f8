import Papa from 'papaparse';
import { download, expect, runToEnd, test } from './support/lab';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

test('differences and losses of every cell are in the file, add up, and are drawn', async ({ page, lab }) => {
  const url = await lab(servedPairs(200));
  await page.goto(`${url}/#${SERVED_PAIRS}&dims=32,64&precisions=fp32,int4&candidateSizes=50,200&ks=1`);
  await runToEnd(page);

  const csv = (await download(page, 'detailed_results.csv')).toString();
  const { data: rows } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  expect(rows).toHaveLength(8);
  const recall = (experiment: string, direction: string) =>
    Number(rows.find((row) => row['experiment'] === experiment)![`${direction}_recall@1`]);
  for (const row of rows) {
    for (const direction of ['t2v', 'v2t']) {
      const value = (name: string) => {
        expect(row[`${direction}_recall@1${name}`]).toMatch(/\d/);
        return Number(row[`${direction}_recall@1${name}`]);
      };
      const parts = value('_loss_pool') + value('_loss_dimension') + value('_loss_precision');
      expect(parts).toBeCloseTo(value('_loss'), 12);
      expect(value('_loss')).toBeCloseTo(recall('dim_64_prec_fp32_cand_200', direction) - value(''), 12);
      const base = recall(`dim_64_prec_fp32_cand_${row['candidate_size']}`, direction);
      expect(value('_difference')).toBeCloseTo(value('') - base, 12);
      expect(value('_difference_low')).toBeLessThanOrEqual(value('_difference'));
      expect(value('_difference_high')).toBeGreaterThanOrEqual(value('_difference'));
    }
  }

  await expect(page.getByTestId('loss-map')).toBeVisible();
  await expect(page.getByTestId('loss-map').getByRole('cell')).toHaveCount(4);
  const chart = page.getByRole('figure').filter({ hasText: 'Where the loss comes from' });
  await expect(chart.getByTestId('loss-step')).toHaveCount(3);
  await chart.getByLabel('What leads to').selectOption('32 · int4');
  const lost = (name: string) =>
    (100 * Number(rows.find(({ experiment }) => experiment === 'dim_32_prec_int4_cand_200')![name])).toFixed(
      1,
    );
  await expect(chart).toContainText(`Dimension: 64 → 32${lost('t2v_recall@1_loss_dimension')} ±`);
  await expect(chart).toContainText(`32 · int4 loses ${lost('t2v_recall@1_loss')} ±`);
  await expect(chart).toContainText(/Pool: 50 → 200\d+\.\d ±/);
  await expect(chart).toContainText('a larger pool is a harder task for every cell');
});

test('reference pools differ from cell to cell, so nothing is compared', async ({ page, lab }) => {
  const url = await lab(servedPairs(200));
  await page.goto(
    `${url}/#${SERVED_PAIRS}&dims=64&precisions=fp32,int8&candidateSizes=50&ks=1&pools=reference`,
  );
  await runToEnd(page);
  const csv = (await download(page, 'detailed_results.csv')).toString();
  const { data: rows } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  for (const row of rows) {
    expect(row['t2v_recall@1']).toMatch(/\d/);
    const compared = Object.keys(row).filter((name) => /_difference|_loss/.test(name));
    expect(compared.length).toBeGreaterThan(0);
    for (const name of compared) expect([name, row[name]]).toEqual([name, '']);
  }
  await expect(page.getByTestId('loss-missing').first()).toContainText('cannot be broken down');
});

test('binary that is scored again finds more, and its bytes are those of both formats', async ({
  page,
  lab,
}) => {
  const url = await lab(servedPairs(300));
  const binary = async (rescoring: string) => {
    await page.goto(
      `${url}/?${rescoring}#${SERVED_PAIRS}&dims=64&precisions=binary&candidateSizes=100,300&${rescoring}`,
    );
    await runToEnd(page);
    const csv = (await download(page, 'detailed_results.csv')).toString();
    return Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;
  };
  const plain = await binary('rescore=0');
  const rescored = await binary('rescore=50&rescoreBy=fp32');
  for (const [i, row] of plain.entries()) {
    for (const name of ['t2v_recall@1', 'v2t_recall@1', 't2v_recall@10', 'v2t_recall@10']) {
      expect(Number(rescored[i][name])).toBeGreaterThanOrEqual(Number(row[name]));
    }
    expect(Number(rescored[i]['t2v_recall@1'])).toBeGreaterThan(Number(row['t2v_recall@1']));
    expect(Number(row['bytes_per_vector'])).toBe(64 / 8);
    expect(Number(rescored[i]['bytes_per_vector'])).toBe(64 / 8 + 64 * 4);
  }
});
