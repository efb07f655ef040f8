import type { Page } from '@playwright/test';
import { parseNpz } from '../src/lib/npy/npz';
import { launch } from '../tools/browser/launch';
import pytorch from './fixtures/tiny-clip/expected.json' with { type: 'json' };
import { conformanceOf, download, expect, expectRun, inProject, runToEnd, test } from './support/lab';

const HUB = {
  '/Xenova/clip-vit-base-patch32/resolve/d15189d7028b43f1d3e65039190477f6af591c2a':
    inProject('e2e/fixtures/tiny-clip'),
};
const DIMS = 512;

/** A unit vector of fixtures/tiny_clip.py. */
function vectorOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

const cosine = (expected: string, vectors: Float32Array, row: number): number =>
  vectorOf(expected).reduce((sum, value, i) => sum + value * vectors[DIMS * row + i], 0);

/** Embeds COCO mini with the tiny CLIP on a device, and compares with PyTorch's vectors. */
async function expectParity(page: Page, url: string, device: string, least: number): Promise<void> {
  await page.goto(
    `${url}/#data=coco-mini&hub=${url}&dtype=fp32&device=${device}&dims=${DIMS}&precisions=fp32&candidateSizes=10`,
  );
  await runToEnd(page);
  await expectRun(page, 'done');
  const { text_512, video_512, ground_truth } = parseNpz(await download(page, 'coco_embeddings.npz'));
  const [texts, images] = [text_512.data as Float32Array, video_512.data as Float32Array];
  const imageOf = [...(ground_truth.data as BigInt64Array)].map(Number);
  pytorch.images.forEach((expected, row) => expect(cosine(expected, images, row)).toBeGreaterThan(least));
  pytorch.texts.forEach((expected, image) =>
    expect(cosine(expected, texts, imageOf.indexOf(image))).toBeGreaterThan(least),
  );
}

test('a CLIP of the hub on WebAssembly gives the vectors of PyTorch', async ({ page, lab }) => {
  await expectParity(page, await lab(HUB), 'wasm', 0.99999);
  await expect(page.getByTestId('facts')).toContainText('WebAssembly');
  await expect(page.getByText('runs on WebAssembly instead')).toHaveCount(0);
});

test('a CLIP of the hub on WebGPU gives the vectors of PyTorch', async ({ lab }) => {
  const browser = await launch(true);
  const page = await browser.newPage();
  await expectParity(page, await lab(HUB), 'webgpu', 0.9999);
  await expect(page.getByTestId('facts')).toContainText('WebGPU');
  await expect(page.getByTestId('facts')).toContainText('Lowest cosine');
  const { lowestCosine, notCompared } = await conformanceOf(page);
  expect(notCompared).toBeNull();
  expect(lowestCosine).toBeGreaterThan(0.9999);
  await expect(page.getByRole('button', { name: 'Run on WebAssembly' })).toHaveCount(0);
  await browser.close();
});

test('a CLIP asked for on WebGPU where there is none runs on WebAssembly, which the page says', async ({
  page,
  lab,
}) => {
  await expectParity(page, await lab(HUB), 'webgpu', 0.99999);
  await expect(page.getByTestId('facts')).toContainText('WebAssembly');
  await expect(page.getByTestId('substitution').first()).toContainText('runs on WebAssembly instead');
});
