import type { Page } from '@playwright/test';
import { parseNpz } from '../src/lib/npy/npz';
import python from './fixtures/coco_mini_vectors.json' with { type: 'json' };
import { download, expect, expectRun, HUB, results, runToEnd, test } from './support/lab';

const SMALL = 'dims=512&precisions=fp32&candidateSizes=10,20';

test('CLIP from the hub: files by their pinned paths, a second run encodes nothing', async ({
  page,
  lab,
}) => {
  const hub = await lab(HUB);
  await page.goto(`${await lab()}/#data=coco-mini&hub=${hub}&dtype=fp32&device=wasm&${SMALL}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText('Xenova/clip-vit-base-patch32 fp32 · WebAssembly');
  await runToEnd(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '50 from the cache',
  );
});

test('weights that the hub does not have end the run with their address', async ({ page, lab }) => {
  const hub = await lab(HUB);
  await page.goto(`${await lab()}/#data=coco-mini&hub=${hub}&dtype=q8&device=wasm&${SMALL}`);
  await runToEnd(page);
  await expect(page.getByTestId('run-error')).toContainText('text_model_quantized.onnx was not found (404)');
});

test('WebGPU without an adapter is replaced by WebAssembly, on screen and in the file', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=40&device=webgpu&${SMALL}`);
  await runToEnd(page);
  await expect(page.getByTestId('substitution')).toContainText('runs on WebAssembly instead');
  const { run } = await results(page);
  expect(run.device.name).toBe('WebAssembly');
  expect(run.substitutions.join()).toContain('WebAssembly instead');
});

test('WebGPU gives the vectors of WebAssembly', async ({ page, gpuPage, lab }) => {
  const url = await lab();
  const vectorsOn = async (where: Page, device: string) => {
    await where.goto(`${url}/#samples=40&device=${device}&${SMALL}`);
    await runToEnd(where);
    await expectRun(where, 'done');
    await expect(where.getByTestId('facts')).toContainText(device === 'wasm' ? 'WebAssembly' : 'WebGPU');
    return parseNpz(await download(where, 'coco_embeddings.npz'));
  };
  const onWasm = await vectorsOn(page, 'wasm');
  const onWebgpu = await vectorsOn(gpuPage, 'webgpu');
  await expect(gpuPage.getByTestId('conformance')).toContainText(
    'Lowest cosine similarity to WebAssembly’s vectors',
  );
  for (const name of ['text_512', 'video_512']) {
    const [a, b] = [onWasm[name].data as Float32Array, onWebgpu[name].data as Float32Array];
    for (let row = 0; row < 40; row++) {
      let cosine = 0;
      for (let i = 512 * row; i < 512 * (row + 1); i++) cosine += a[i] * b[i];
      expect(cosine).toBeGreaterThan(0.9999);
    }
  }
});

test('photographs and captions get the vectors that Pillow, transformers and onnxruntime give', async ({
  page,
  lab,
}) => {
  await page.goto(
    `${await lab()}/#data=coco-mini&model=demo&device=wasm&samples=8&dims=512&precisions=fp32&candidateSizes=5&ks=1`,
  );
  await runToEnd(page);
  const { text_512, video_512, ground_truth } = parseNpz(await download(page, 'coco_embeddings.npz'));
  const cosine = (vectors: Float32Array, row: number, expected: readonly number[]) =>
    expected.reduce((sum, value, i) => sum + value * vectors[512 * row + i], 0);
  for (let row = 0; row < 8; row++) {
    expect(cosine(video_512.data as Float32Array, row, python.images[row])).toBeGreaterThan(0.99999);
    const image = Number((ground_truth.data as BigInt64Array)[row]);
    expect(cosine(text_512.data as Float32Array, row, python.texts[image])).toBeGreaterThan(0.99999);
  }
});

for (const pools of ['exact', 'reference']) {
  test(`embeddings that were downloaded give the same recall when they are dropped, pools ${pools}`, async ({
    page,
    lab,
  }) => {
    const url = await lab();
    const choices = `dims=256,512&precisions=fp32&candidateSizes=10,20&ks=1&pools=${pools}`;
    await page.goto(`${url}/#samples=60&${choices}`);
    await runToEnd(page);
    const first = await results(page);
    const npz = await download(page, 'coco_embeddings.npz');
    await page.goto(`${url}/?again#data=npz&${choices}`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'coco_embeddings.npz', mimeType: 'application/zip', buffer: npz });
    // Dropping sets what suits the kind of data; the sizes of this test are chosen again.
    await page.getByLabel('Candidate pool sizes').fill('10 20');
    await runToEnd(page);
    const second = await results(page);
    const recalls = ({ results: rows }: typeof first) =>
      rows.map((row) => [row['experiment'], Number(row['t2v_recall@1']).toFixed(9)]);
    expect(recalls(second)).toEqual(recalls(first));
  });
}
