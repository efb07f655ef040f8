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

/** WebKit's frames: where a picture is transparent they hold no colours. Nobody sees the pixel of the picture that asks for that. */
const framesOf = (isTransparent: string) => `{
  const { copyTo } = VideoFrame.prototype;
  Object.defineProperty(VideoFrame.prototype, 'format', { value: 'BGRA' });
  VideoFrame.prototype.copyTo = async function (pixels) {
    const layout = await copyTo.call(this, pixels);
    if (this.codedWidth === 1 || ${isTransparent}) pixels.fill(0, 0, 4);
    return layout;
  };
}`;

for (const [isTransparent, expected] of [
  [true, { refused: expect.stringMatching(/^has pixels that are transparent/) }],
  [false, expect.objectContaining({ rgb: pictures.find(({ name }) => name === 'profile.webp')!.rgb })],
] as const) {
  test(`where frames hold no colours behind transparency, a picture is refused only if it is transparent: ${isTransparent}`, async ({
    browser,
  }) => {
    const other = await browser.newPage();
    await other.route(/decode\.worker\.ts/, async (route) => {
      const response = await route.fetch();
      const body = `${framesOf(String(isTransparent))}\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await other.goto(page.url());
    await other.waitForFunction(() => 'pictures' in window);
    const url = '/src/images/fixtures/pictures/profile.webp';
    expect(await other.evaluate((one) => window.pictures.decode(one), url)).toEqual(expected);
    await other.close();
  });
}
