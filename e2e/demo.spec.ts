import { download, expect, expectRun, results, runToEnd, test } from './support/lab';
import { lookAt } from './support/pictures';

test('the demo, from one press to a table, a chart and its files, without leaving its origin', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(await lab());
  await page.getByRole('button', { name: 'Run the demo' }).click();
  await expect(page.getByTestId('result-row').first()).toBeVisible({ timeout: 90_000 });
  await expectRun(page, 'done', { timeout: 150_000 });

  await expect(page.getByTestId('result-row')).toHaveCount(54);
  await expect(page.getByTestId('facts')).toContainText('drawn scenes and a tiny model, not CLIP');
  await expect(page.getByTestId('finding')).toContainText('the whole gallery of 1\u202f000');
  await expect(page.getByTestId('charts').locator('path[stroke-width="1.75"]').first()).toBeAttached();

  const { results: rows, run } = await results(page);
  expect(run.data.samples).toBe(1000);
  expect(run.data.leftOut).toEqual([]);
  const cell = (experiment: string) => rows.find((row) => row['experiment'] === experiment)!;
  const recall = (experiment: string) => Number(cell(experiment)['t2v_recall@10']);
  expect(recall('dim_512_prec_fp16_cand_100')).toBeGreaterThan(recall('dim_512_prec_fp16_cand_500'));
  expect(recall('dim_512_prec_fp16_cand_500')).toBeGreaterThan(0.5);
  expect(recall('dim_512_prec_fp16_cand_500')).toBeLessThan(0.98);

  expect(cell('dim_512_prec_fp16_cand_1000')).toMatchObject({ whole_gallery: 'true', t2v_candidates: 1000 });
  expect(recall('dim_512_prec_fp16_cand_500')).toBeGreaterThan(recall('dim_512_prec_fp16_cand_1000'));

  const csv = (await download(page, 'detailed_results.csv')).toString();
  expect(csv.split('\n')[0]).toMatch(
    /^experiment,embedding_dim,precision,candidate_size,num_samples,t2v_recall@10,v2t_recall@10,avg_recall@10,t2v_mrr,v2t_mrr,avg_mrr,t2v_ndcg@10,v2t_ndcg@10,avg_ndcg@10,t2v_time,v2t_time,total_time,memory_usage_mb,queries_per_second,mb_per_query,/,
  );
  expect(csv.trim().split('\n')).toHaveLength(55);
  for (const [name, width] of [
    ['experiment_analysis.png', 2240],
    ['summary_recall10.png', 1520],
    ['summary_mrr.png', 1520],
  ] as const) {
    const picture = await lookAt(page, await download(page, name));
    expect([name, picture.width]).toEqual([name, width]);
    expect(picture.height).toBeGreaterThan(1000);
    expect(picture.inked).toBeGreaterThan(0.02);
    expect(picture.inked).toBeLessThan(0.3);
    expect(picture.inkedAtRight).toBe(0);
  }
  expect((await download(page, 'experiment_analysis.svg')).toString()).toContain('Recall@10');
  expect(foreign).toEqual([]);

  await page.reload();
  await expect(page.getByTestId('result-row')).toHaveCount(54);
  await expect(page.getByTestId('facts')).toContainText('read back from this browser');

  await runToEnd(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '1000 from the cache',
  );
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed captions' })).toContainText(
    '1000 from the cache',
  );
});

/** Milliseconds from the next click to the run's status, as the page itself sees them. */
function cancelling(page: Element): Promise<number> {
  return new Promise((resolve) => {
    let pressed = 0;
    page.addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (page.getAttribute('data-run') !== 'cancelled') return;
      observer.disconnect();
      resolve(performance.now() - pressed);
    });
    observer.observe(page, { attributes: true });
  });
}

test('cancel stops within a second and keeps what is finished', async ({ page, context, lab }) => {
  const url = `${await lab()}/#samples=300&pools=sampled&repeats=60`;
  // Drawn pools, so that there is still something to cancel once some rows are there; those above 300 are left out.
  await page.goto(url);
  await page.getByRole('button', { name: 'Run the demo' }).click();
  await expect(page.getByTestId('result-row').nth(3)).toBeVisible({ timeout: 90_000 });
  const taken = page.locator('html').evaluate(cancelling);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRun(page, 'cancelled');
  expect(await taken).toBeLessThan(1000);
  // The rows are stored after the press: another visit shows when they are.
  const visit = await context.newPage();
  let kept = 0;
  await expect(async () => {
    kept = await page.getByTestId('result-row').count();
    await visit.goto(url);
    await expect(visit.getByTestId('result-row')).toHaveCount(kept, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await visit.close();
  expect(kept).toBeGreaterThanOrEqual(3);
  await page.reload();
  await expect(page.getByTestId('result-row')).toHaveCount(kept);
  await runToEnd(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '300 from the cache',
  );
  await expect(page.getByTestId('result-row')).toHaveCount(27);
});
