import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { findChromium, switches } from '../tools/lab/browser';
import type { Case, Comparison } from './pages/gpu-ranks';
import { inProject } from './lab';

let server: ViteDevServer;
let browser: Browser;
let page: Page;

/** A page of this project's modules as they are; nothing of it is in the build. */
async function open(target: Page): Promise<Page> {
  const { port } = server.config.server;
  await target.goto(`http://127.0.0.1:${port}/e2e/pages/gpu-ranks.html`);
  await target.waitForFunction(() => 'gpuRanks' in window);
  return target;
}

const compare = (what: Case): Promise<Comparison> =>
  page.evaluate((given) => window.gpuRanks.compare(given), what);

test.beforeAll(async () => {
  server = await createServer({
    root: inProject(''),
    configFile: false,
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 5899, hmr: false, watch: null },
  });
  await server.listen();
  browser = await chromium.launch({ executablePath: findChromium(), args: switches(true) });
  page = await open(await browser.newPage());
});

test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const SMALL = { queries: 70, gallery: 330, most: 4 } as const;

for (const formats of [
  ['i8', 'i8'],
  ['i8', 'i4'],
  ['bits', 'bits'],
] as const) {
  for (const cols of [37, 256]) {
    for (const values of ['spread', 'few'] as const) {
      test(`${formats.join(' × ')}, ${cols} dimensions, ${values} values: the counts of plain code`, async () => {
        const { items, tied, different } = await compare({ ...SMALL, formats, cols, values });
        expect(items).toBeGreaterThan(100);
        if (values === 'few') expect(tied).toBeGreaterThan(items / 2);
        expect(different).toBe(0);
      });
    }
  }
}
