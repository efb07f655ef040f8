import { download, expect, results, runToEnd, test } from './lab';

test('the demo, from one press to a table, a chart and its files, without leaving its origin', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(await lab());
  await page.getByRole('button', { name: 'Run the demo' }).click();
  await expect(page.locator('.table-scroll tbody tr').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('.run-panel')).toHaveAttribute('data-status', 'done', { timeout: 150_000 });

  await expect(page.locator('.table-scroll tbody tr')).toHaveCount(45);
  await expect(page.locator('.facts')).toContainText('drawn scenes and a tiny model, not CLIP');
  await expect(page.locator('.finding')).toContainText('pools of 500');
  await expect(page.locator('.charts .recharts-line').first()).toBeAttached();

  const { results: rows, run } = await results(page);
  expect(run.data.samples).toBe(1000);
  expect(run.data.leftOut).toEqual([]);
  const cell = (experiment: string) => rows.find((row) => row['experiment'] === experiment)!;
  const recall = (experiment: string) => Number(cell(experiment)['t2v_recall@10']);
  expect(recall('dim_512_prec_fp16_cand_100')).toBeGreaterThan(recall('dim_512_prec_fp16_cand_500'));
  expect(recall('dim_512_prec_fp16_cand_500')).toBeGreaterThan(0.5);
  expect(recall('dim_512_prec_fp16_cand_500')).toBeLessThan(0.98);

  const csv = (await download(page, 'detailed_results.csv')).toString();
  expect(csv.split('\n')[0]).toMatch(
    /^experiment,embedding_dim,precision,candidate_size,num_samples,t2v_recall@10,v2t_recall@10,avg_recall@10,t2v_mrr,v2t_mrr,avg_mrr,t2v_ndcg@10,v2t_ndcg@10,avg_ndcg@10,t2v_time,v2t_time,total_time,memory_usage_mb,queries_per_second,mb_per_query,/,
  );
  expect(csv.trim().split('\n')).toHaveLength(46);
  expect((await download(page, 'experiment_analysis.png')).subarray(1, 4).toString()).toBe('PNG');
  expect((await download(page, 'experiment_analysis.svg')).toString()).toContain('Recall@10');
  expect(foreign).toEqual([]);

  await page.reload();
  await expect(page.locator('.table-scroll tbody tr')).toHaveCount(45);
  await expect(page.locator('.facts')).toContainText('read back from your last visit');

  await runToEnd(page);
  await expect(page.locator('.stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '1000 from the cache',
  );
  await expect(page.locator('.stage').filter({ hasText: 'Embed captions' })).toContainText(
    '1000 from the cache',
  );
});

/** Milliseconds from the press of a button to the panel's status, as the page itself sees them. */
function cancelling(panel: Element): Promise<number> {
  return new Promise((resolve) => {
    let pressed = 0;
    panel.addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (panel.getAttribute('data-status') !== 'cancelled') return;
      observer.disconnect();
      resolve(performance.now() - pressed);
    });
    observer.observe(panel, { attributes: true });
  });
}

test('cancel stops within a second and keeps what is finished', async ({ page, lab }) => {
  // Drawn pools, so that there is still something to cancel once some rows are there.
  await page.goto(`${await lab()}/#samples=300&pools=sampled&repeats=60`);
  await page.getByRole('button', { name: 'Run the demo' }).click();
  await expect(page.locator('.table-scroll tbody tr:not(.hatched)').nth(3)).toBeVisible({ timeout: 90_000 });
  const taken = page.locator('.run-panel').evaluate(cancelling);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.run-panel')).toHaveAttribute('data-status', 'cancelled');
  expect(await taken).toBeLessThan(1000);
  // Written to IndexedDB after the press; a reload in the same instant may still come before it.
  await page.waitForTimeout(500);
  const kept = await page.locator('.table-scroll tbody tr:not(.hatched)').count();
  expect(kept).toBeGreaterThanOrEqual(3);
  await page.reload();
  await expect(page.locator('.table-scroll tbody tr:not(.hatched)')).toHaveCount(kept);
  await runToEnd(page);
  await expect(page.locator('.stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '300 from the cache',
  );
  await expect(page.locator('.table-scroll tbody tr')).toHaveCount(45);
});
