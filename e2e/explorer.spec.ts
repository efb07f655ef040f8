import { expect, inProject, results, runToEnd, test } from './support/lab';

test('the queries that int4 loses, with what is found instead, by mouse and keyboard', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(`${await lab()}/#dims=512,256&precisions=int8,int4&candidateSizes=100,all`);
  await runToEnd(page);
  const { results: rows } = await results(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  const summary = page.getByTestId('explorer-summary');
  await expect(summary).toContainText('under 512 · int4');

  const lost = page.getByRole('button', { name: /^lost \d+$/ });
  const won = page.getByRole('button', { name: /^won \d+$/ });
  const number = async (button: typeof lost) => Number(/\d+/.exec((await button.textContent())!)![0]);
  const whole = rows.find(({ experiment }) => experiment === 'dim_512_prec_int4_cand_1000')!;
  const difference = Number(whole['t2v_recall@10_difference']);
  expect((await number(won)) - (await number(lost))).toBeCloseTo(1000 * difference, 6);

  const list = page.getByTestId('query-list');
  const detail = page.getByTestId('query-detail');
  await expect(list.getByRole('option')).not.toHaveCount(0);
  await expect(detail.getByRole('listitem')).toHaveCount(20);
  const first = (await detail.getByRole('heading', { level: 3 }).textContent())!;
  await expect(list.getByRole('option', { selected: true })).toContainText(first);
  const right = /rank ([\d.]+) → ([\d.]+)/
    .exec((await detail.textContent())!)!
    .slice(1)
    .map(Number);
  const columns = detail.getByRole('list');
  expect(right[0]).toBeLessThanOrEqual(10);
  expect(right[1]).toBeGreaterThan(10);
  await expect(
    columns
      .nth(0)
      .getByRole('listitem')
      .nth(right[0] - 1),
  ).toContainText('right');
  await expect(columns.nth(1).getByText('right', { exact: true })).toHaveCount(0);

  await expect(detail.getByRole('listitem').locator('img')).toHaveCount(20);

  await expect(page.getByTestId('perhaps-right')).toHaveText(/^In (none|\d+) of the \d+ lost queries/);

  await list.focus();
  await page.keyboard.press('j');
  await expect(detail.getByRole('heading', { level: 3 })).not.toHaveText(first);
  await page.keyboard.press('k');
  await expect(detail.getByRole('heading', { level: 3 })).toHaveText(first);
  await page.keyboard.press('b');
  await expect(summary).not.toContainText('under 512 · int4');
  await page.keyboard.press('Shift+B');
  await expect(summary).toContainText('under 512 · int4');

  await page.getByLabel('With the words').fill('orange triangle');
  await page.getByRole('button', { name: /^all / }).last().click();
  for (const option of await list.getByRole('option').all()) {
    await expect(option).toContainText(/orange/i);
    await expect(option).toContainText(/triangle/i);
  }
  expect(foreign).toEqual([]);

  await page.reload();
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(summary).toContainText('under 512 · int4');
  await expect(detail.getByRole('listitem')).toHaveCount(20);
});

test('vectors without pictures: both directions, by their ids', async ({ page, lab }) => {
  const url = await lab({ '/local/e.npz': inProject('src/dataset/vectors/fixtures/arr.npz') });
  await page.goto(
    `${url}/#data=npz&dims=8&precisions=fp32,int8&candidateSizes=all&ks=1&npzUrl=/local/e.npz&arrays=text%3Darr_0,image%3Darr_1`,
  );
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await page.getByRole('button', { name: /^all/ }).click();
  await page.getByRole('group', { name: 'Direction' }).getByRole('button').last().click();
  await expect(page.getByTestId('query-detail').getByRole('listitem').first()).toContainText('#');
});
