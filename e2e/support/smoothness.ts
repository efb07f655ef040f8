import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What moved although nobody had pressed anything just before, and how long each long task of the page took, milliseconds. */
    moved: { at: number; value: number; what: string[] }[];
    tasks: number[];
  }
}

/** Not in TypeScript's DOM library. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** What a page did while somebody looked at it. */
export interface Smoothness {
  /** Layout shift, summed over all the time. */
  readonly shift: number;
  /** The same in its worst moments, as Web Vitals count it: https://web.dev/articles/cls. */
  readonly cls: number;
  /** What moved most. */
  readonly worst: readonly { readonly value: number; readonly what: readonly string[] }[];
  /** Of each task of the main thread that took 50 ms or more. */
  readonly tasks: readonly number[];
}

/** The most layout shift that a page may have: what Web Vitals call good is five times as much. */
export const MOST_SHIFT = 0.02;

/** Watches a page from its next load on. */
export const watchSmoothness = (page: Page) =>
  page.addInitScript(() => {
    window.moved = [];
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as LayoutShift[]) {
        if (shift.hadRecentInput) continue;
        const what = shift.sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? '');
        window.moved.push({ at: shift.startTime, value: shift.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) =>
      window.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true });
  });

/** Forgets what was seen so far. */
export const forgetSmoothness = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.moved = [];
    window.tasks = [];
  });

export async function smoothnessOf(page: Page): Promise<Smoothness> {
  const { moved, tasks } = await page.evaluate(() => ({ moved: window.moved, tasks: window.tasks }));
  return {
    shift: moved.reduce((sum, { value }) => sum + value, 0),
    cls: clsOf(moved),
    worst: moved.sort((a, b) => b.value - a.value).slice(0, 3),
    tasks,
  };
}

/** Shifts less than a second apart count together, for five seconds at most. */
function clsOf(moved: readonly { readonly at: number; readonly value: number }[]): number {
  let [began, last, sum, most] = [-Infinity, -Infinity, 0, 0];
  for (const { at, value } of moved) {
    if (at - last >= 1000 || at - began >= 5000) [began, sum] = [at, 0];
    [last, sum] = [at, sum + value];
    most = Math.max(most, sum);
  }
  return most;
}

/** One line for the log of a test. */
export const inWords = ({ shift, tasks }: Smoothness): string =>
  `layout shift ${shift.toFixed(4)}; ${tasks.length} tasks of 50 ms or more, the longest ${Math.max(0, ...tasks)} ms`;
