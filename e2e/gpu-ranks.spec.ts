import { expect, test, type Browser, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { launch } from '../tools/browser/launch';
import { inProject } from './support/lab';
import type { Case, Comparison } from './pages/gpu-checks';
import type {} from './pages/gpu-ranks';

let server: ViteDevServer;
let browser: Browser;
let page: Page;

/** Opens a page of this project's modules as they are; nothing of it is in the build. */
async function openChecks(target: Page): Promise<void> {
  await target.goto(`${server.resolvedUrls!.local[0]}e2e/pages/gpu-ranks.html`);
  await target.waitForFunction(() => 'gpuRanks' in window);
}

const compare = (what: Case): Promise<Comparison> =>
  page.evaluate((given) => window.gpuRanks.compare(given), what);

test.beforeAll(async () => {
  server = await createServer({
    root: inProject(''),
    configFile: false,
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  browser = await launch(true);
  page = await browser.newPage();
  await openChecks(page);
});

test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const INTEGERS = [
  ['i8', 'i8'],
  ['i8', 'i4'],
  ['bits', 'bits'],
] as const;
const FLOATS = [
  ['f32', 'f32'],
  ['f16', 'f16'],
] as const;
/** Neither side is a multiple of a tile; queries have none to four relevant items. */
const SMALL = { queries: 70, gallery: 330, most: 4 } as const;
const ODD_AND_EVEN = [37, 256];

for (const formats of INTEGERS) {
  for (const cols of ODD_AND_EVEN) {
    test(`${formats.join(' on ')}, ${cols} dimensions: the counts of plain code`, async () => {
      const spread = await compare({ ...SMALL, formats, cols, values: 'spread' });
      expect(spread.items).toBeGreaterThan(100);
      expect(spread.different).toBe(0);
      const few = await compare({ ...SMALL, formats, cols, values: 'few' });
      expect(few.tied).toBeGreaterThan(few.items / 2);
      expect(few.different).toBe(0);
    });
  }
}

for (const formats of FLOATS) {
  for (const cols of ODD_AND_EVEN) {
    test(`${formats.join(' on ')}, ${cols} dimensions: counts that scores within 1e-5 allow`, async () => {
      const spread = await compare({ ...SMALL, formats, cols, values: 'spread' });
      expect(spread.items).toBeGreaterThan(100);
      expect(spread.outside).toBe(0);
    });
  }

  test(`${formats.join(' on ')}: sums that need no rounding give the counts of plain code`, async () => {
    const { items, tied, different } = await compare({ ...SMALL, formats, cols: 37, values: 'few' });
    expect(tied).toBeGreaterThan(items / 2);
    expect(different).toBe(0);
  });

  test(`${formats.join(' on ')}: exact twins tie`, async () => {
    const { items, tied, tiedOnGpu } = await compare({
      ...SMALL,
      formats,
      most: 1,
      cols: 256,
      values: 'spread',
      twins: true,
    });
    expect(tied).toBe(items);
    expect(tiedOnGpu).toBe(items);
  });
}

test('scales of gallery rows multiply scores as in plain code', async () => {
  for (const formats of INTEGERS) {
    const scaled = { ...SMALL, formats, cols: 65, values: 'few', rowScales: true } as const;
    const { tied, different } = await compare(scaled);
    expect(tied).toBeGreaterThan(0);
    expect(different).toBe(0);
  }
});

test('a gallery in several buffers counts as one', async () => {
  for (const formats of [...INTEGERS, ...FLOATS]) {
    const parts = { ...SMALL, formats, cols: 256, values: 'few', partBytes: 20_000 } as const;
    expect((await compare(parts)).different).toBe(0);
  }
});

test('bytes multiply the same without the packed product', async () => {
  for (const formats of [INTEGERS[0], INTEGERS[1]]) {
    const plain = { ...SMALL, formats, cols: 37, values: 'spread', withoutDot4: true } as const;
    expect((await compare(plain)).different).toBe(0);
  }
});

test('queries with more relevant items than a workgroup counts itself have the counts of plain code', async () => {
  const many = { queries: 70, gallery: 500, most: 60, formats: INTEGERS[0], cols: 32 } as const;
  const { items, different } = await compare({ ...many, values: 'spread' });
  expect(items).toBeGreaterThan(1800);
  expect(different).toBe(0);
});

test('work that takes several dispatches has the counts of plain code', async () => {
  const large = { queries: 130, gallery: 20_000, most: 1, formats: INTEGERS[0], cols: 768 } as const;
  const { different } = await compare({ ...large, values: 'spread' });
  expect(different).toBe(0);
});

test('tasks on several galleries at once do not mix', async () => {
  const cases = INTEGERS.map((formats) => ({ ...SMALL, formats, cols: 64, values: 'spread' }) as const);
  const right = await page.evaluate((given) => window.gpuRanks.together(given), [...cases, ...cases]);
  expect(right).toEqual(Array(6).fill(true));
});

test('a software adapter is named as such', async () => {
  const adapter = await page.evaluate(() => window.gpuRanks.adapter());
  expect(adapter?.name).toBeTruthy();
  if (/swiftshader/i.test(adapter!.name)) expect(adapter!.fallback).toBe(true);
});

test('a ranker that was closed says so and gives no counts', async () => {
  const small = { ...SMALL, formats: INTEGERS[0], cols: 37, values: 'few' } as const;
  const { lost, ranked } = await page.evaluate((given) => window.gpuRanks.afterClose(given), small);
  expect(lost).toBeTruthy();
  expect(ranked).toBe('an error');
});

test('where there is no adapter there is no ranker', async ({ page: withoutGpu }) => {
  await openChecks(withoutGpu);
  expect(await withoutGpu.evaluate(() => window.gpuRanks.adapter())).toBeNull();
});
