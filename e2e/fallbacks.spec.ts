import type { Page } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../tools/lab/serve';
import {
  expect,
  expectRun,
  HUB,
  inProject,
  newProfile,
  pick,
  results,
  runToEnd,
  test,
  type Results,
} from './support/lab';
import { sabotage } from './support/sabotage';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

/** What a browser may lack, each taken from Chromium: docs/BROWSERS.md says which browsers lack it. */

const CHOICES = 'samples=40&dims=512&precisions=fp32,int8,binary&candidateSizes=10,40&ks=1,10';
const BOUND = /^(t2v|v2t|avg)_.*_(low|high)$/;
const COUNTED = /^(?!.*(time|queries_per_second|_low$|_high$))/;
const NO_GPU = "Object.defineProperty(navigator, 'gpu', { value: undefined });";
const facts = (page: Page) => page.getByTestId('facts');

async function runOf(page: Page, url: string, more = '', choices = CHOICES): Promise<Results> {
  await page.goto(`${url}/#${choices}&${more}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  return results(page);
}

let normal: Results;

test.beforeAll(async ({ browser }) => {
  const server = await serve({ root: inProject('dist') });
  const page = await (await newProfile(browser)).newPage();
  normal = await runOf(page, server.url);
  await page.context().close();
  await server.close();
});

/** Expects what was measured in the browser that lacks nothing; bounds of intervals up to rounding, since they are sums. */
function expectNumbersOf(expected: Results, { results: rows }: Results): void {
  expect(pick(rows, COUNTED)).toEqual(pick(expected.results, COUNTED));
  const bounds = pick(expected.results, BOUND);
  for (const [i, row] of pick(rows, BOUND).entries()) {
    for (const [name, value] of Object.entries(row))
      expect(value, name).toBeCloseTo(Number(bounds[i][name]), 9);
  }
}

/** The size of a build of the kernels, by which a worker can tell it. */
function sizeOf(kernels: 'relaxed' | 'simd'): number {
  const assets = inProject('dist/assets');
  const file = readdirSync(assets).find((name) => name.startsWith(`${kernels}-`) && name.endsWith('.wasm'));
  return statSync(join(assets, file!)).size;
}

test('without WebGPU in the browser, auto embeds on WebAssembly, which the facts say and the file has', async ({
  page,
  lab,
}) => {
  await sabotage(page, 'encode', NO_GPU);
  await sabotage(page, 'evaluate', NO_GPU);
  const lacks = await runOf(page, await lab());
  await expect(facts(page)).toContainText('WebAssembly');
  expect(lacks.run.device.name).toBe('WebAssembly');
  expect(lacks.run.engine.gpu).toBeNull();
  expect(lacks.run.substitutions).toEqual([]);
  expectNumbersOf(normal, lacks);
});

test('without WebGPU in the browser, a link that asks for it is answered with a sentence for each use', async ({
  page,
  lab,
}) => {
  await page.addInitScript(NO_GPU);
  await sabotage(page, 'encode', NO_GPU);
  await sabotage(page, 'evaluate', NO_GPU);
  const { run } = await runOf(page, await lab(), 'device=webgpu&ranker=webgpu');
  for (const sentence of [
    'WebGPU was requested, but this browser offers no adapter: the encoder runs on WebAssembly instead.',
    'Ranking on WebGPU was requested but WebGPU is unavailable; using WebAssembly',
  ]) {
    await expect(page.getByTestId('substitution').filter({ hasText: sentence })).toBeVisible();
    expect(run.substitutions.join()).toContain(sentence);
  }
});

/** The builds of the runtime that a page fetches, by what their names have of their own. */
function runtimesOf(page: Page): Set<string> {
  const seen = new Set<string>();
  page.on('request', (request) => {
    const name = /ort-wasm-simd-threaded\.?(\w*)-[^/]*\.wasm$/.exec(request.url())?.[1];
    if (name !== undefined) seen.add(name);
  });
  return seen;
}

test('on WebGPU a browser with JSPI fetches the smaller runtime, and one without it the other, with the same recall', async ({
  gpuPage,
  lab,
}) => {
  // WebGPU in software takes its time.
  test.setTimeout(360_000);
  const seen = runtimesOf(gpuPage);
  const few = 'samples=10&dims=512&precisions=fp32&candidateSizes=10&ks=1,5';
  const withJspi = await runOf(gpuPage, await lab(), 'device=webgpu', few);
  expect(withJspi.run.device.name).toBe('WebGPU');
  expect([...seen]).toContain('jspi');
  expect([...seen]).not.toContain('asyncify');
  seen.clear();
  await sabotage(gpuPage, 'encode', 'delete WebAssembly.Suspending;');
  const without = await runOf(gpuPage, await lab(), 'device=webgpu', few);
  expect([...seen]).toContain('asyncify');
  expect([...seen]).not.toContain('jspi');
  expectNumbersOf(withJspi, without);
});

test('without memory that threads share, one thread embeds and one evaluates, which is said', async ({
  page,
  lab,
}) => {
  expect(normal.run.device.threads).toBeGreaterThan(1);
  const alone = await runOf(
    page,
    await lab(
      {},
      { 'Cross-Origin-Opener-Policy': 'unsafe-none', 'Cross-Origin-Embedder-Policy': 'unsafe-none' },
    ),
  );
  expect(await page.evaluate(() => 'SharedArrayBuffer' in globalThis)).toBe(false);
  await expect(page.getByTestId('one-thread')).toContainText('works with one thread');
  await expect(page.getByTestId('substitution')).toContainText('The sweep ran in one thread');
  expect(alone.run).toMatchObject({ device: { threads: 1 }, engine: { workers: 1 } });
  expect(alone.run.substitutions.join()).toContain('The sweep ran in one thread');
  expectNumbersOf(normal, alone);
});

test('an isolated page whose browser has no shared memory embeds and evaluates with one thread, and says why', async ({
  page,
  lab,
}) => {
  const none = 'delete globalThis.SharedArrayBuffer;';
  await page.addInitScript(none);
  for (const worker of ['download', 'encode', 'evaluate', 'prepare'] as const)
    await sabotage(page, worker, none);
  const alone = await runOf(page, await lab());
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page.getByTestId('one-thread')).toContainText('this browser has no memory that threads share');
  expect(alone.run).toMatchObject({ device: { threads: 1 }, engine: { workers: 1 } });
  expectNumbersOf(normal, alone);
});

test('without relaxed SIMD the plain SIMD kernels count the same', async ({ page, lab }) => {
  const refuse = `{
    const { validate } = WebAssembly;
    WebAssembly.validate = (bytes) => bytes.byteLength !== ${sizeOf('relaxed')} && validate(bytes);
  }`;
  await sabotage(page, 'evaluate', refuse);
  const lacks = await runOf(page, await lab());
  expect(normal.run.engine.kernels).toMatch(/^WebAssembly relaxed SIMD/);
  expect(lacks.run.engine.kernels).toBe('WebAssembly SIMD');
  await expect(facts(page)).toContainText('WebAssembly SIMD');
  expectNumbersOf(normal, lacks);
});

test('without SIMD, vectors are evaluated by plain TypeScript, with the same counts', async ({
  page,
  lab,
}) => {
  const url = await lab(servedPairs(300));
  const choices = `${SERVED_PAIRS}&samples=300&dims=64&precisions=fp32,int8,int4,binary&ranker=cpu`;
  const bySimd = await runOf(page, url, choices);
  await sabotage(page, 'evaluate', 'WebAssembly.validate = () => false;');
  await page.goto('about:blank');
  const plain = await runOf(page, url, choices);
  expect(plain.run.engine.kernels).toContain('TypeScript');
  await expect(facts(page)).toContainText('TypeScript');
  expectNumbersOf(bySimd, plain);
});

for (const [lacking, code] of [
  [
    'options of createImageBitmap',
    '{ const make = createImageBitmap; self.createImageBitmap = (file) => make(file); }',
  ],
  ['VideoFrame', 'delete self.VideoFrame;'],
] as const) {
  test(`without ${lacking} the pictures have the same pixels`, async ({ page, lab }) => {
    await sabotage(page, 'prepare', code);
    const lacks = await runOf(page, await lab());
    expect(lacks.run.data.leftOut).toEqual([]);
    expectNumbersOf(normal, lacks);
  });
}

/** Takes the private file system from a page and from workers of these kinds. */
async function withoutFileSystem(page: Page, workers: readonly ('keep' | 'download')[]): Promise<void> {
  const none = 'delete StorageManager.prototype.getDirectory;';
  await page.addInitScript(none);
  for (const worker of workers) await sabotage(page, worker, none);
}

test('without a private file system a model is kept in the cache, and not fetched again', async ({
  page,
  lab,
}) => {
  await withoutFileSystem(page, ['download']);
  const url = await lab(HUB);
  for (const visit of ['first', 'second']) {
    await page.goto(`${url}/?${visit}#model=clip-vit-b32&hub=${url}&${CHOICES}&device=wasm&dtype=fp32`);
    await runToEnd(page);
    await expectRun(page, 'done');
    const loading = page.getByTestId('stage').filter({ hasText: 'Load the model' });
    await (visit === 'first' ? expect(loading).not : expect(loading)).toContainText('stored');
  }
  await expect(page.getByTestId('storage')).toContainText('1 model');
});

test('without a private file system, given files are known by name and hash, and are asked for again', async ({
  page,
  lab,
}) => {
  await withoutFileSystem(page, ['keep', 'download']);
  const url = await lab();
  await page.goto(`${url}/#data=files&model=demo&${CHOICES}`);
  const give = async () => {
    const files = page.locator('input[type=file]').first();
    await files.setInputFiles(
      ['public/coco-mini/captions.json', 'public/coco-mini/pictures.zip'].map(inProject),
    );
  };
  await give();
  await runToEnd(page);
  await expectRun(page, 'done');
  expect((await results(page)).run.data.samples).toBe(40);
  await page.getByTestId('storage').locator('summary').first().click();
  await expect(page.getByTestId('kept-files')).toContainText('2 known by name, size and hash');

  await page.goto(`${url}/?later`);
  await expect(page.getByTestId('asked-again')).toContainText('captions.json');
  await give();
  await expect(page.getByTestId('asked-again')).toBeHidden();
  // The last copy may still be starting its worker.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
