import { expect, expectRun, HUB, inProject, results, runToEnd, test } from './support/lab';

const [FOLDER] = Object.keys(HUB);
const weights = (graph: string) => ({
  [`${FOLDER}/onnx/${graph}_quantized.onnx`]: inProject(`e2e/fixtures/demo-q8/${graph}_quantized.onnx`),
});

test('one model with fp32 and with 8-bit weights: what the other costs, pair by pair, with its interval', async ({
  page,
  lab,
}) => {
  const hub = await lab({ ...weights('vision_model'), ...weights('text_model'), ...HUB });
  const url = await lab();
  const run = async (dtype: string) => {
    await page.goto('about:blank');
    await page.goto(
      `${url}/#model=clip-vit-b32&hub=${hub}&device=wasm&dtype=${dtype}&dims=512&precisions=fp32,int4&candidateSizes=100,all&samples=300`,
    );
    await runToEnd(page);
    await expect(page.getByTestId('facts')).toContainText(` ${dtype} · `);
    return (await results(page)).results;
  };
  const [whole, quantised] = [await run('fp32'), await run('q8')];

  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByTestId('compare');
  await expect(compare.getByTestId('pairing')).toContainText('Both runs asked the same queries');
  await expect(compare.getByTestId('differing')).toContainText('Weights fp32 → q8');
  await expect(compare.getByTestId('mark-of-a')).toContainText('fp32');
  await expect(compare.getByTestId('mark-of-b')).toContainText('q8');

  await compare.getByRole('button', { name: 'R@1', exact: true }).click();
  const recall = (rows: typeof whole, experiment: string) =>
    Number(rows.find((row) => row.experiment === experiment)!['t2v_recall@1']);
  const table = compare.getByRole('row');
  for (const [words, experiment] of [
    ['fp32', 'dim_512_prec_fp32_cand_300'],
    ['int4', 'dim_512_prec_int4_cand_300'],
  ]) {
    const change = 100 * (recall(quantised, experiment) - recall(whole, experiment));
    const cells = table.filter({ hasText: words }).filter({ hasText: 'all 300' }).getByRole('cell');
    const said = (await cells.last().textContent())!;
    expect(Number(/[−+]?[\d.]+/.exec(said)![0].replace('−', '-'))).toBeCloseTo(change, 0);
    expect(said).toMatch(/ ±\u00a0[\d.]+$/);
  }
  const percent = (rows: typeof whole) =>
    `${(100 * recall(rows, 'dim_512_prec_fp32_cand_300')).toFixed(1)} %`;
  const sentence = compare.getByTestId('comparison');
  await expect(sentence).toContainText(
    /the whole gallery, 512 dimensions at fp32(, the largest difference seen)?:/,
  );
  await expect(sentence).toContainText(
    `A finds the right picture among the first 1 for ${percent(whole)} of queries, B for ${percent(quantised)}.`,
  );
  await expect(sentence).toContainText(/No difference is seen \(±|B (loses|gains) [\d.]+ ±/);
});

test('two models of other architectures on the same data: each cell of the one beside that of the other, query by query', async ({
  page,
  lab,
}) => {
  const hub = await lab({ [FOLDER]: inProject('e2e/fixtures/tiny-clip') });
  const url = await lab();
  const cells = 'dims=256,512&precisions=fp32,int4&candidateSizes=all&ks=10&samples=100';
  const run = async (model: string) => {
    await page.goto('about:blank');
    await page.goto(`${url}/#${model}&device=wasm&${cells}`);
    await runToEnd(page);
    await expectRun(page, 'done');
    return (await results(page)).results;
  };
  const [trained, random] = [await run('model=demo'), await run(`model=clip-vit-b32&hub=${hub}&dtype=fp32`)];

  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByTestId('compare');
  await expect(compare.getByTestId('differing')).toContainText(
    'Dual encoder Built-in demo model → CLIP ViT-B/32',
  );
  await expect(compare.getByTestId('pairing')).toContainText('Both runs asked the same queries');
  await expect(compare.getByTestId('comparison')).toContainText('Of 4 cells in this pool B loses in 4');
  const recall = (rows: typeof trained) =>
    Number(rows.find(({ experiment }) => experiment === 'dim_512_prec_int4_cand_100')!['t2v_recall@10']);
  const cellsOfRow = compare.getByRole('row').filter({ hasText: '512' }).filter({ hasText: 'int4' });
  await expect(cellsOfRow.getByRole('cell').last()).toContainText(
    `−${(100 * (recall(trained) - recall(random))).toFixed(1)}`,
  );
});
