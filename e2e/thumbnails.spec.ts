import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';

const CHOICES = 'samples=120&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm';
const shown = (page: Page) => page.getByTestId('thumbnails').getByRole('img');

test('small pictures are stored beside the vectors, shown after a reload, made again where they are missing, and deleted', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${CHOICES}`);
  await runToEnd(page);
  await expect(shown(page)).toHaveCount(8);
  await page.reload();
  await expect(shown(page)).toHaveCount(8);
  const size = await shown(page)
    .first()
    .evaluate((image: HTMLImageElement) =>
      image.decode().then(() => [image.naturalWidth, image.naturalHeight]),
    );
  expect(Math.max(...size)).toBe(96);

  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('retrieval-lab-thumbnails');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const change = opening.result.transaction('thumbnails', 'readwrite');
          change.objectStore('thumbnails').clear();
          change.oncomplete = resolve;
        };
      }),
  );
  await page.reload();
  await expect(page.getByTestId('facts')).toBeVisible();
  await expect(shown(page)).toHaveCount(0);
  await runToEnd(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '120 from the cache',
  );
  await expect(shown(page)).toHaveCount(8);

  await page.getByTestId('storage').locator('summary').first().click();
  await expect(page.getByTestId('storage')).toContainText('are 120 small pictures');
  await page.getByRole('button', { name: 'Delete embeddings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete embeddings' }).click();
  await expect(page.getByTestId('storage')).not.toContainText('small pictures');
});

test('small pictures of photographs are made once each and take few bytes; what they cost is printed', async ({
  page,
  lab,
}) => {
  // What the decoders' threads do for a thumbnail: from its first pixel until the browser has its JPEG's pixels.
  const timing = `
    const spent = new BroadcastChannel('spent');
    let begun;
    const { createImageData } = OffscreenCanvasRenderingContext2D.prototype;
    OffscreenCanvasRenderingContext2D.prototype.createImageData = function (...size) {
      begun = performance.now();
      return createImageData.apply(this, size);
    };
    const { convertToBlob } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.convertToBlob = function (options) {
      const writing = convertToBlob.call(this, options);
      const busy = performance.now() - begun;
      return writing.then((jpeg) => (spent.postMessage([busy, jpeg.size]), jpeg));
    };`;
  await page.route('**/prepare.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${timing}\n${await response.text()}` });
  });
  await page.addInitScript(() => {
    const seen = { milliseconds: [] as number[], bytes: 0 };
    Object.assign(globalThis, { seen });
    new BroadcastChannel('spent').onmessage = ({ data: [milliseconds, bytes] }) => {
      seen.milliseconds.push(milliseconds);
      seen.bytes += bytes;
    };
  });
  await page.goto(
    `${await lab()}/#data=coco-mini&model=demo&dims=512&precisions=fp16&candidateSizes=20&ks=1&device=wasm`,
  );
  await runToEnd(page);
  await expectRun(page, 'done');
  const { milliseconds, bytes } = await page.evaluate(
    () => (globalThis as unknown as { seen: { milliseconds: number[]; bytes: number } }).seen,
  );
  const thumbnails = milliseconds.length;
  // The median, because a thread that has to wait for a processor in between does nothing in that time.
  const each = milliseconds.sort((a, b) => a - b)[thumbnails >> 1];
  const stage = await page.getByTestId('stage').filter({ hasText: 'Embed pictures' }).textContent();
  const seconds = Number(/([\d.]+) s/.exec(stage!)![1]);
  console.log(
    `${thumbnails} thumbnails: ${each.toFixed(2)} ms and ${Math.round(bytes / thumbnails)} bytes each, ` +
      `${((100 * each * thumbnails) / 1000 / seconds).toFixed(1)} % of ${seconds} s.`,
  );
  expect(thumbnails).toBe(50);
  expect(bytes / thumbnails).toBeLessThan(4096);
});
