import Papa from 'papaparse';
import { chart, saved } from './support/charts';
import { expect, results, runToEnd, test } from './support/lab';
import { walk } from './support/walk';

const SMALL = 'samples=80&dims=256,512&precisions=fp16,int4&candidateSizes=20,all&ks=1,10';
/** Each chart, and words that are drawn in it or its legend. */
const CHARTS: Readonly<Record<string, readonly string[]>> = {
  recall_at_10_bytes: ['512 · fp16', '256 random · int4', '512 dimensions'],
  recall_at_10_pools: ['fp16', 'int4', '512 dimensions', 'candidates in the pool'],
  recall_at_10_directions: ['512 · fp16', 'image→text is better'],
  loss_map_recall_at_10_text_to_image: ['fp16', 'int4', '256 random'],
  loss_steps_recall_at_10_text_to_image: ['Dimension: 512 → 256 random', 'Precision: fp32 → int4'],
};
type Line = Record<string, string>;
const linesOf = (csv: Buffer): Line[] =>
  Papa.parse<Line>(csv.toString('utf8'), { header: true, skipEmptyLines: true }).data;

test('each chart is saved as a picture with its title and legend, and its numbers are those of the table', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  const { results: rows } = await results(page);
  // Trusted Types forbid the page to parse markup.
  const blank = await page.context().newPage();
  for (const [name, words] of Object.entries(CHARTS)) {
    const svg = (await saved(page, name, 'SVG')).toString('utf8');
    const title = await chart(page, name).locator('figcaption').innerText();
    const parsed = await blank.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        failed: picture.querySelector('parsererror') !== null,
        words: picture.documentElement.textContent,
        variables: text.includes('var(--'),
      };
    }, svg);
    expect(parsed).toMatchObject({ failed: false, variables: false });
    expect(parsed.words).toContain(title);
    for (const word of words) expect(parsed.words).toContain(word);

    const png = await saved(page, name, 'PNG');
    expect(png.subarray(1, 4).toString('ascii')).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const [, svgWidth, svgHeight] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
    expect([width, height]).toEqual([2 * svgWidth, 2 * svgHeight]);
  }
  const cell = (line: Line, candidates: number) =>
    rows.find(
      ({ experiment }) =>
        experiment === `dim_${line['dimension']}_prec_${line['precision']}_cand_${candidates}`,
    )!;
  const bytes = linesOf(await saved(page, 'recall_at_10_bytes', 'CSV'));
  expect(bytes).toHaveLength(4);
  for (const line of bytes) expect(Number(line['Recall@10'])).toBe(Number(cell(line, 80)['t2v_recall@10']));
  const pools = linesOf(await saved(page, 'recall_at_10_pools', 'CSV'));
  expect(pools).toHaveLength(8);
  for (const line of pools)
    expect(Number(line['Recall@10'])).toBe(Number(cell(line, Number(line['candidates']))['t2v_recall@10']));
  const directions = linesOf(await saved(page, 'recall_at_10_directions', 'CSV'));
  expect(directions).toHaveLength(4);
  for (const line of directions)
    expect(Number(line['Recall@10 image→text'])).toBe(Number(cell(line, 80)['v2t_recall@10']));
  const map = linesOf(await saved(page, 'loss_map_recall_at_10_text_to_image', 'CSV'));
  expect(map).toHaveLength(4);
  for (const line of map) expect(Number(line['Recall@10'])).toBe(Number(cell(line, 80)['t2v_recall@10']));
  const steps = linesOf(await saved(page, 'loss_steps_recall_at_10_text_to_image', 'CSV'));
  const lost = steps.slice(0, 2).reduce((sum, line) => sum + Number(line['Recall@10 lost']), 0);
  const smallest = map.find((line) => line['dimension'] === '256' && line['precision'] === 'int4')!;
  expect(lost).toBeCloseTo(-Number(smallest['Recall@10 difference']), 9);
});

walk(
  'a chart is enlarged, copied as a picture, and told in a sentence; the keyboard does it all',
  async ({ page, lab }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${await lab()}/#${SMALL}`);
    await runToEnd(page);
    const bytes = chart(page, 'recall_at_10_bytes');
    await expect(
      bytes.getByText(/^Text→image, from the smallest: .* No other setting is better/),
    ).toBeAttached();

    const enlarge = bytes.getByRole('button', { name: /^Enlarge:/ });
    await enlarge.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const widthOf = async (box: typeof bytes) => (await box.locator('svg').first().boundingBox())!.width;
    await expect(dialog.getByText('512 · fp16')).toBeVisible();
    expect(await widthOf(dialog)).toBeGreaterThan(1.2 * (await widthOf(bytes)));
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(enlarge).toBeFocused();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(bytes.getByRole('status')).toHaveText('The chart was copied as a picture.');
    await expect(page.getByTestId('notice')).toHaveCount(0);
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
    expect(types).toContain('image/png');
  },
);

test('what cells are compared with is marked in the charts, and points and numbers say how they differ from it', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  const legend = page.getByRole('list', { name: 'Legend' });
  await expect(chart(page, 'recall_at_10_bytes').getByTestId(/on-front|dominated/)).toHaveCount(4);
  await expect(page.getByTestId('baseline-ring')).toHaveCount(0);
  await expect(legend.getByText('compared with')).toHaveCount(0);
  await page.getByLabel('Compared with', { exact: true }).selectOption({ label: '512 · fp16' });
  await expect(legend.getByText('compared with 512 · fp16')).toBeVisible();
  for (const name of ['bytes', 'pools', 'directions']) {
    const one = chart(page, `recall_at_10_${name}`);
    await expect(one.getByTestId('baseline-ring')).toHaveCount(1);
    await one.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(one.getByTestId('chart-note').first()).toContainText('against 512 · fp16');
    const lines = linesOf(await saved(page, `recall_at_10_${name}`, 'CSV'));
    expect(lines.map((line) => line['compared with'])).toEqual(lines.map(() => '512 · fp16'));
  }
  const { results: rows } = await results(page);
  const [first] = linesOf(await saved(page, 'recall_at_10_bytes', 'CSV'));
  const cell = rows.find(
    ({ experiment }) => experiment === `dim_${first['dimension']}_prec_${first['precision']}_cand_80`,
  )!;
  const base = rows.find(({ experiment }) => experiment === 'dim_512_prec_fp16_cand_80')!;
  expect(Number(first['Recall@10 difference'])).toBeCloseTo(
    Number(cell['t2v_recall@10']) - Number(base['t2v_recall@10']),
    9,
  );
  expect(Number(first['Recall@10 difference low'])).toBeLessThanOrEqual(
    Number(first['Recall@10 difference']),
  );
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tapped point stays named until the next tap elsewhere', async ({ page, lab }) => {
    await page.goto(await lab());
    await expect(page.getByTestId('finding')).toBeVisible();
    await page.getByRole('button', { name: 'Skip to the table' }).press('Enter');
    const bytes = chart(page, 'recall_at_10_bytes');
    const points = bytes.getByRole('slider');
    await points.scrollIntoViewIfNeeded();
    const marker = bytes.getByTestId('on-front').first().locator('path').last();
    const [box, around] = [(await marker.boundingBox())!, (await points.boundingBox())!];
    await page.touchscreen.tap(box.x + 20, box.y + 20);
    const note = bytes.getByTestId('chart-note');
    await expect(note).toContainText('text→image');
    expect(await points.evaluate((rect) => getComputedStyle(rect).outlineStyle)).toBe('none');
    await page.touchscreen.tap(around.x + around.width - 4, around.y + around.height - 4);
    await expect(note).toHaveCount(0);
  });
});
