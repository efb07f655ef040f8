import { expect, results, runToEnd, test } from './support/lab';

test('two runs are kept; the first is opened, explored, there after a reload, renamed and deleted', async ({
  page,
  lab,
}) => {
  const url = await lab();
  await page.goto(`${url}/#dims=512&precisions=int4&candidateSizes=all&samples=300`);
  await runToEnd(page);
  const { results: first } = await results(page);
  const finding = (await page.getByTestId('finding').textContent())!;
  await page.goto('about:blank');
  await page.goto(`${url}/#dims=256&precisions=int8&candidateSizes=100&samples=200`);
  await runToEnd(page);
  expect((await results(page)).results).not.toEqual(first);

  const runs = page.getByTestId('kept-run');
  const history = page.getByRole('tab', { name: 'History' });
  await history.click();
  await expect(runs).toHaveCount(2);
  const names = await runs
    .getByLabel('Name of the run')
    .evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));
  expect(names[0]).toBe(`${names[1]} (2)`);
  await expect(page.getByTestId('kept-size')).toHaveText(/^Now 2 runs, \d[\d.]* kB\.$/);
  await expect(runs.first()).toContainText('on screen');
  await expect(runs.first()).toContainText('200 captions');
  await expect(runs.last()).toContainText(/best Recall@10 \d+\.\d %/);
  await runs.last().getByRole('button', { name: 'Open' }).click();
  await expect(page.getByTestId('finding')).toHaveText(finding);
  expect((await results(page)).results).toEqual(first);

  const explorer = page.getByRole('tab', { name: 'Explorer' });
  const isExplored = async () => {
    await explorer.click();
    await expect(page.getByTestId('explorer-summary')).toContainText('Of 300 captions');
    const whole = first.find(({ experiment }) => experiment === 'dim_512_prec_int4_cand_300')!;
    const change = 300 * Number(whole['t2v_recall@10_difference']);
    const number = async (name: RegExp) =>
      Number(/\d+/.exec((await page.getByRole('button', { name }).textContent())!)![0]);
    expect((await number(/^won \d+$/)) - (await number(/^lost \d+$/))).toBeCloseTo(change, 6);
    await expect(page.getByTestId('query-list').getByRole('option')).not.toHaveCount(0);
    await expect(page.getByTestId('query-detail').getByRole('listitem')).toHaveCount(20);
  };
  await isExplored();
  await page.reload();
  await expect(explorer).toHaveAttribute('aria-selected', 'true');
  await isExplored();
  await page.getByRole('tab', { name: 'Results' }).click();
  await expect(page.getByTestId('finding')).toHaveText(finding);

  await history.click();
  await expect(runs.last()).toContainText('on screen');
  const name = runs.last().getByLabel('Name of the run');
  await name.fill('The larger one');
  await name.press('Enter');
  await expect(name).toHaveValue('The larger one');
  await runs
    .last()
    .getByRole('button', { name: /^Keep always/ })
    .click();
  await expect(runs.last().getByRole('button', { name: /^Keep always/, pressed: true })).toBeVisible();
  await page.reload();
  await history.click();
  await expect(runs.last().getByLabel('Name of the run')).toHaveValue('The larger one');
  await expect(runs.last().getByRole('button', { name: /^Keep always/, pressed: true })).toBeVisible();

  await runs.last().getByRole('button', { name: 'Delete The larger one' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete run' }).click();
  await expect(runs).toHaveCount(1);
  await page.reload();
  await history.click();
  await expect(runs).toHaveCount(1);
  await expect(runs).toContainText('200 captions');
});
