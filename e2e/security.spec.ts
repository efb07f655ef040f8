import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { download, expect, expectRun, inProject, runToEnd, test } from './support/lab';

/** The headers of every file, as the build writes them for static hosts. */
const headers = () =>
  Object.fromEntries(
    readFileSync(inProject('dist/_headers'), 'utf8')
      .split('/assets/*')[0]
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim().split(/: (.*)/) as [string, string]),
  );

/** Counts what the policy refuses, from the first script on. */
async function watchRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
}

const SMALL = 'samples=40&dims=512&precisions=fp32,int8&candidateSizes=10,20';
const MARKUP = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=2</script>`;
const hacked = (page: Page) => page.evaluate(() => 'hacked' in globalThis);

for (const [how, sent] of [
  ['in the page alone', () => ({})],
  ['sent with every file, threads included', headers],
] as const) {
  test(`the page does its work under the policy ${how}, which has nothing to refuse`, async ({
    page,
    lab,
  }) => {
    const refusals = await watchRefusals(page);
    await page.goto(`${await lab({}, sent())}/#${SMALL}&device=wasm`);
    await runToEnd(page);
    await expectRun(page, 'done');
    for (const name of ['experiment_analysis.png', 'report.html', 'experiment_analysis.svg']) {
      expect((await download(page, name)).length).toBeGreaterThan(1000);
    }
    await page.getByRole('tab', { name: 'Explorer' }).click();
    await expect(page.getByTestId('explorer')).toBeVisible();
    expect(await refusals()).toEqual([]);
  });
}

test('WebGPU works under the policy too', async ({ gpuPage, lab }) => {
  await gpuPage.goto(`${await lab({}, headers())}/#${SMALL}&device=webgpu`);
  await runToEnd(gpuPage);
  await expectRun(gpuPage, 'done');
  await expect(gpuPage.getByTestId('facts')).toContainText('WebGPU');
});

test('the headers that the build writes are those of the answers, and refuse every way to run a script', async ({
  page,
  lab,
}) => {
  const refusals = await watchRefusals(page);
  const answer = await page.goto(await lab({}, headers()));
  const policy = answer!.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);

  const foreign: string[] = [];
  await page.route(/evil\.example/, (route) => {
    foreign.push(route.request().url());
    return route.fulfill({ contentType: 'text/javascript', body: 'globalThis.hacked = 3' });
  });
  // The evaluation of a test may run strings whatever the policy says; what it leaves for later may not.
  const outcomes = await page.evaluate(async (markup) => {
    const evil = 'https://evil.example/';
    const trying: [string, () => unknown][] = [
      ['eval', () => globalThis.eval('globalThis.hacked = 1')],
      ['Function', () => new Function('globalThis.hacked = 1')()],
      [
        'inline script',
        () => {
          const script = document.createElement('script');
          script.append('globalThis.hacked = 1');
          document.body.append(script);
        },
      ],
      [
        'foreign script',
        () => {
          const script = document.createElement('script');
          script.setAttribute('src', 'https://evil.example/a.js');
          document.body.append(script);
        },
      ],
      ['foreign module', () => import(`${evil}b.js`)],
      ['foreign worker', () => new Worker('https://evil.example/c.js')],
      ['worker of a blob', () => new Worker(URL.createObjectURL(new Blob(['globalThis.hacked = 1'])))],
      ['data: worker', () => new Worker('data:text/javascript,1')],
      ['innerHTML', () => (document.createElement('div').innerHTML = markup)],
      [
        'handler attribute',
        () => {
          const image = document.createElement('img');
          image.setAttribute('onerror', 'globalThis.hacked = 1');
          image.src = 'missing.png';
          document.body.append(image);
        },
      ],
      [
        'style',
        () =>
          document.head.append(
            Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }),
          ),
      ],
      [
        'frame',
        () =>
          document.body.append(
            Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }),
          ),
      ],
      ['plain http', () => fetch('http://evil.example/data.json')],
    ];
    const found: [string, string][] = [];
    for (const [name, attempt] of trying) {
      await new Promise((later) => setTimeout(later));
      try {
        await attempt();
        found.push([name, 'no error']);
      } catch (error) {
        found.push([name, (error as Error).name]);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return found;
  }, MARKUP);
  const withoutError = outcomes.filter(([, outcome]) => outcome === 'no error').map(([name]) => name);
  // These fail without an exception, which is why it counts that nothing of theirs has run.
  for (const name of withoutError) {
    expect([
      'inline script',
      'foreign script',
      'worker of a blob',
      'handler attribute',
      'style',
      'frame',
    ]).toContain(name);
  }
  expect(await hacked(page)).toBe(false);
  expect(foreign).toEqual([]);
  expect((await refusals()).length).toBeGreaterThanOrEqual(8);
  await expect(page.getByRole('button', { name: 'Run the demo' })).toBeVisible();
});

test('markup in captions, in names of files and in results is text, and pictures that are scripts run nothing', async ({
  page,
  lab,
}) => {
  const refusals = await watchRefusals(page);
  await page.goto(`${await lab()}/#data=files&model=demo&${SMALL}`);
  const name = `${MARKUP.replaceAll('/', '')}.png`;
  const captions = {
    images: [{ id: 1, file_name: name }],
    annotations: [{ id: 1, image_id: 1, caption: MARKUP }],
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.hacked=4"><script>globalThis.hacked=5</script></svg>`;
  await page
    .getByLabel('Choose files')
    .first()
    .setInputFiles([
      { name: 'captions.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(captions)) },
      { name, mimeType: 'image/png', buffer: Buffer.from(svg) },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) },
    ]);
  await expect(page.getByTestId('inspection')).toContainText('captions.json');
  await expect(page.getByText('drawing.svg')).toBeVisible();

  const results = readFileSync(inProject('src/report/opened/fixtures/experiment_results.json'), 'utf8');
  await page
    .getByLabel('Choose files')
    .first()
    .setInputFiles({
      name: `${MARKUP.replaceAll('/', '')}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(results),
    });
  await expect(page.getByTestId('facts')).toContainText('<img src=x onerror=');
  expect(await page.locator('img[onerror], script:not([src])').count()).toBe(0);
  expect(await hacked(page)).toBe(false);
  expect(await refusals()).toEqual([]);
});
