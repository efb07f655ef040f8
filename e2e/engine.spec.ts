import type { Page } from '@playwright/test';
import { expect, expectRun, pick, results, runToEnd, test, type Results } from './support/lab';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

const RECALL = /^(t2v|v2t|avg)_recall@\d+$/;
const NOT_TIMED = /^(?!.*(time|queries_per_second))/;
const SMALL = 'dims=64,32&precisions=fp32,fp16,int8,int4,binary&candidateSizes=50,300&ks=1,10';

async function resultsOf(page: Page, url: string, choices: string): Promise<Results> {
  await page.goto(`${url}/#${SERVED_PAIRS}&${SMALL}&${choices}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  return results(page);
}

test('WebGPU ranks as the processor does: whole numbers exactly, floats up to rounding', async ({
  page,
  gpuPage,
  lab,
}) => {
  const url = await lab(servedPairs(300));
  const onCpu = await resultsOf(page, url, 'ranker=cpu');
  const onGpu = await resultsOf(gpuPage, url, 'ranker=webgpu');

  expect(onCpu.run.engine.gpu).toBeNull();
  expect(onGpu.run.engine.gpu).toBeTruthy();
  await expect(gpuPage.getByTestId('facts')).toContainText(`GPU ${onGpu.run.engine.gpu}`);
  expect(onGpu.run.substitutions).toEqual([]);

  const whole = ({ results: rows }: Results) =>
    pick(
      rows.filter(({ precision }) => /^(int|binary)/.test(String(precision))),
      RECALL,
    );
  expect(whole(onCpu)).toHaveLength(12);
  expect(whole(onGpu)).toEqual(whole(onCpu));
  const [cpu, gpu] = [onCpu, onGpu].map(({ results: rows }) => pick(rows, RECALL));
  expect(Number(cpu[1]['t2v_recall@1'])).toBeLessThan(0.95);
  for (const [i, row] of cpu.entries()) {
    for (const [name, value] of Object.entries(row)) {
      expect(Math.abs(Number(gpu[i][name]) - Number(value))).toBeLessThanOrEqual(0.002);
    }
  }
});

test('ranking on WebGPU without an adapter is done by the processor, and said', async ({ page, lab }) => {
  const { run, results: rows } = await resultsOf(page, await lab(servedPairs(300)), 'ranker=webgpu');
  await expect(page.getByLabel('Ranking runs on')).toHaveValue('webgpu');
  const said = 'Ranking on WebGPU was requested but WebGPU is unavailable; using WebAssembly';
  await expect(page.getByTestId('substitution')).toContainText(said);
  expect(run.substitutions.join()).toContain(said);
  expect(run.engine.gpu).toBeNull();
  for (const row of rows) expect(row['t2v_recall@1']).not.toBeNull();
});

for (const pools of ['exact', 'sampled', 'reference']) {
  test(`a page that is not isolated has one evaluator, says so, and measures the same: pools ${pools}`, async ({
    page,
    lab,
  }) => {
    const pairs = servedPairs(300);
    const choices = `pools=${pools}&repeats=2`;
    const isolated = await resultsOf(page, await lab(pairs), choices);
    expect(isolated.run.substitutions).toEqual([]);
    const none = {
      'Cross-Origin-Opener-Policy': 'unsafe-none',
      'Cross-Origin-Embedder-Policy': 'unsafe-none',
    };
    const alone = await resultsOf(page, await lab(pairs, none), choices);
    expect(alone.run.engine.workers).toBe(1);
    await expect(page.getByTestId('facts')).toContainText('evaluated by 1 worker');
    await expect(page.getByTestId('substitution')).toContainText('The sweep ran in one thread');
    expect(pick(alone.results, NOT_TIMED)).toEqual(pick(isolated.results, NOT_TIMED));
  });
}
