import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What both drivers of browsers can do with a page. */
export interface OpenPage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

/** What a visit has found. */
export interface Visit {
  /** What the browser has of what docs/BROWSERS.md lists. */
  readonly abilities: Readonly<Record<string, unknown>>;
  /** From the press of the button to the last row. */
  readonly seconds: number;
  readonly facts: string;
  /** The sentences that the page shows on what was replaced, left out or not kept. */
  readonly remarks: readonly string[];
  readonly explorer: string;
  readonly csvLines: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const LONGEST_RUN = 300;
const LONGEST_STEP = 30;

const ABILITIES = `(async () => ({
  'cross-origin isolated': crossOriginIsolated,
  'WebGPU adapter': !!(await navigator.gpu?.requestAdapter()),
  'private file system': await navigator.storage.getDirectory().then(() => true, () => false),
  JSPI: 'Suspending' in WebAssembly,
  VideoFrame: 'VideoFrame' in globalThis,
  'Trusted Types': 'trustedTypes' in globalThis,
}))()`;

/** Opens the page, runs the demo to its end, saves two files, and opens the explorer. */
export async function visit(page: OpenPage, url: string, downloads: string): Promise<Visit> {
  await page.goto(url);
  const press = (selector: string, words: string) =>
    until(
      `a button with the words “${words}”`,
      () =>
        page.evaluate(`(() => {
          const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
          const found = all.find((one) => one.textContent.startsWith(${JSON.stringify(words)}) && !one.disabled);
          found?.click();
          return !!found;
        })()`),
      LONGEST_STEP,
    );
  const textsOf = async (selector: string) =>
    (await page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())`,
    )) as string[];
  const save = async (name: string) => {
    await press('[data-testid=downloads] button', name);
    const path = join(downloads, name);
    await until(`the file ${name}`, () => existsSync(path) && !existsSync(`${path}.part`), LONGEST_STEP);
    await wait(500);
    return readFileSync(path, 'utf8');
  };

  const abilities = (await page.evaluate(ABILITIES)) as Visit['abilities'];
  const begun = performance.now();
  await press('button', 'Run the demo');
  const status = await until(
    'the end of the run',
    async () => {
      const now = await page.evaluate('document.documentElement.dataset.run');
      return now === 'done' || now === 'failed' ? now : undefined;
    },
    LONGEST_RUN,
  );
  if (status === 'failed') throw new Error((await textsOf('[data-testid=run-error]')).join(' '));
  const seconds = (performance.now() - begun) / 1000;
  const [facts] = await textsOf('[data-testid=facts]');
  const remarks = await textsOf(
    '[data-testid=notice], [data-testid=substitution], [data-testid=one-thread], [data-testid=left-out-count]',
  );
  const rows = (JSON.parse(await save('experiment_results.json')) as { results: Visit['rows'] }).results;
  const csvLines = (await save('detailed_results.csv')).trim().split('\n').length;
  await press('[role=tab]', 'Explorer');
  const explorer = await until(
    'the explorer',
    async () => (await textsOf('[data-testid=explorer-summary]'))[0],
    LONGEST_STEP,
  );
  return { abilities, seconds, facts, remarks, explorer, csvLines, rows };
}

async function until<T>(what: string, look: () => T | Promise<T>, seconds: number): Promise<T> {
  for (const end = performance.now() + 1000 * seconds; performance.now() < end; await wait(200)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Not seen within ${seconds} s: ${what}.`);
}
