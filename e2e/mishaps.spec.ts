import { expect, expectRun, HUB, results, runToEnd, test } from './support/lab';
import { sabotage } from './support/sabotage';

const SMALL = 'samples=40&dims=512&precisions=fp32&candidateSizes=10,20&ks=1';

test('a browser that keeps no files fetches the model again at the next visit, and says so', async ({
  page,
  lab,
}) => {
  await sabotage(
    page,
    'download',
    `StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('off', 'SecurityError'));
     CacheStorage.prototype.open = StorageManager.prototype.getDirectory;`,
  );
  // The page's own server is the hub: a script that a test gave belongs to no address space that may ask another host of this machine.
  const url = await lab(HUB);
  for (const visit of ['first', 'second']) {
    await page.goto(`${url}/?${visit}#model=clip-vit-b32&hub=${url}&${SMALL}&device=wasm&dtype=fp32`);
    await runToEnd(page);
    await expectRun(page, 'done');
    await expect(page.getByText('This browser window stores no files')).toBeVisible();
    await expect(page.getByTestId('stage').filter({ hasText: 'Load the model' })).not.toContainText('stored');
  }
});

test('where auto chose a GPU that gives no device, WebAssembly embeds, and the file says so', async ({
  gpuPage,
  lab,
}) => {
  await gpuPage.addInitScript(() => {
    for (const [name, value] of [
      ['architecture', 'made by the test'],
      ['isFallbackAdapter', false],
    ] as const) {
      Object.defineProperty(GPUAdapterInfo.prototype, name, { get: () => value });
    }
  });
  await sabotage(
    gpuPage,
    'encode',
    "if (self.GPUAdapter) GPUAdapter.prototype.requestDevice = () => Promise.reject(new Error('no device today'));",
  );
  await gpuPage.goto(`${await lab()}/#${SMALL}&device=auto`);
  await runToEnd(gpuPage);
  await expectRun(gpuPage, 'done');
  const { run } = await results(gpuPage);
  expect(run.device.name).toBe('WebAssembly');
  expect(run.substitutions.join()).toContain('it runs on WebAssembly instead');
});

test('a GPU that is lost in the middle is opened again, and the run ends whole', async ({ gpuPage, lab }) => {
  // Software that stands in for a GPU takes minutes for a model that is opened, checked and opened again.
  test.setTimeout(600_000);
  await sabotage(
    gpuPage,
    'encode',
    `let device, calls = 0;
     const request = GPUAdapter.prototype.requestDevice;
     GPUAdapter.prototype.requestDevice = async function (...options) { return (device = await request.apply(this, options)); };
     self.addEventListener('message', ({ data }) => {
       if (data.path?.at(-1) === 'embedPrepared' && ++calls === 3) device.destroy();
     });`,
    1,
  );
  await gpuPage.goto(`${await lab()}/#${SMALL}&device=webgpu`);
  await gpuPage.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expectRun(gpuPage, 'done', { timeout: 540_000 });
  const { run } = await results(gpuPage);
  expect(run.device.name).toBe('WebGPU');
  expect(run.data.images).toBe(40);
  expect(run.substitutions.join()).toMatch(/The encoder stopped \(.*GPU was lost/);
});
