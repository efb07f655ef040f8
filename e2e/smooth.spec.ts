import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';
import { pairsFile } from './support/vectors';

declare global {
  interface Window {
    /** What moved although nobody had pressed anything just before, and how long each long task of the page took, milliseconds. */
    moved: { value: number; what: string[] }[];
    tasks: number[];
    /** When the first row of a run stood, and when its last did; milliseconds as `performance.now` counts. */
    stood: { first?: number; last?: number };
  }
}

/** Layout shift as Web Vitals count it, summed over the whole run instead of its worst five seconds. */
const MOST_SHIFT = 0.02;

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moved = [];
    window.tasks = [];
    window.stood = {};
    setInterval(() => {
      const { run } = document.documentElement.dataset;
      if (run === 'running' && document.querySelector('[data-testid=result-row]'))
        window.stood.first ??= performance.now();
      if (run === 'done') window.stood.last ??= performance.now();
    }, 20);
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as LayoutShift[]) {
        if (shift.hadRecentInput) continue;
        const what = shift.sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? '');
        window.moved.push({ value: shift.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) =>
      window.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true });
  });
}

/** Not in TypeScript's DOM library. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

for (const [name, choices, file] of [
  ['the demo', '', null],
  ['a file of vectors', 'data=npz', () => pairsFile(1000)],
  [
    '90 cells',
    'dims=64,128,256,384,512,1024&precisions=fp32,fp16,int8,int4,binary&candidateSizes=100,500,all',
    null,
  ],
] as const) {
  test(`while ${name} is run, nothing moves by itself; times and long tasks are printed`, async ({
    page,
    lab,
  }) => {
    await watch(page);
    await page.goto(`${await lab()}/#${choices}`);
    if (file) await page.locator('input[type=file]').first().setInputFiles(file());
    await expect(page.getByTestId('forecast')).toContainText(/rows?$|rows? ·/);
    // The example has been drawn, or there is none.
    await page.waitForTimeout(1500);
    const began = await page.evaluate(() => {
      window.moved = [];
      window.tasks = [];
      return performance.now();
    });
    await runToEnd(page);
    await expectRun(page, 'done');
    await page.waitForTimeout(1000);
    const { moved, tasks, stood } = await page.evaluate(() => ({
      moved: window.moved,
      tasks: window.tasks,
      stood: window.stood,
    }));
    const [first, last] = [stood.first, stood.last].map((at) => ((at! - began) / 1000).toFixed(1));
    const shift = moved.reduce((sum, { value }) => sum + value, 0);
    const longest = Math.max(0, ...tasks);
    console.log(
      `${name}: first row after ${first} s, last after ${last} s; layout shift ${shift.toFixed(4)}; ${tasks.length} tasks of 50 ms or more, the longest ${longest} ms`,
    );
    const worst = moved.sort((a, b) => b.value - a.value).slice(0, 3);
    expect(shift, JSON.stringify(worst)).toBeLessThanOrEqual(MOST_SHIFT);
  });
}
