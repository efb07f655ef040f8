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
