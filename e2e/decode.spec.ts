import { expect, test, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import pictures from '../src/images/fixtures/pictures.json' with { type: 'json' };
import { inProject } from './support/lab';
import type {} from './pages/decode';

let server: ViteDevServer;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await createServer({
    root: inProject(''),
    configFile: false,
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  page = await browser.newPage();
  await page.goto(`${server.resolvedUrls!.local[0]}e2e/pages/decode.html`);
  await page.waitForFunction(() => 'pictures' in window);
});

test.afterAll(async () => {
  await page?.close();
  await server?.close();
});

const decode = (name: string) =>
  page.evaluate((url) => window.pictures.decode(url), `/src/images/fixtures/pictures/${name}`);

for (const { name, error, ...pixels } of pictures) {
  if (error) {
    test(`${name} is refused, as Pillow does`, async () => {
      expect(await decode(name)).toEqual({ refused: expect.stringMatching(/^(is|cannot|does) /) });
    });
  } else {
    test(`${name} decodes to Pillow’s bytes`, async () => {
      expect(await decode(name)).toEqual(pixels);
    });
  }
}

/** WebKit's frames: colours are multiplied by their alpha. */
const MULTIPLIED = `{
  const { copyTo } = VideoFrame.prototype;
  VideoFrame.prototype.copyTo = async function (pixels) {
    const layout = await copyTo.call(this, pixels);
    for (let at = 0; at < pixels.length; at++) if (at % 4 < 3) pixels[at] *= pixels[at - (at % 4) + 3] / 255;
    return layout;
  };
}`;

test('where the browser multiplies colours by their alpha, transparent pictures are refused and opaque ones read', async ({
  browser,
}) => {
  const other = await browser.newPage();
  await other.route('**/decode.worker.ts*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${MULTIPLIED}` });
  });
  await other.goto(page.url());
  await other.waitForFunction(() => 'pictures' in window);
  const decoded = (name: string) =>
    other.evaluate((url) => window.pictures.decode(url), `/src/images/fixtures/pictures/${name}`);
  for (const name of ['rgba.bmp', 'lossless-alpha.webp'])
    expect(await decoded(name)).toEqual({ refused: expect.stringMatching(/^has transparency/) });
  const { name, ...opaque } = pictures.find((one) => one.name === 'profile.webp')!;
  expect(await decoded(name)).toEqual(opaque);
  await other.close();
});
