import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DrivenPage } from './driven';

/** What a person does on the page and reads there, for any driver of a browser. */

const LONGEST_STEP = 60;
const LONGEST_RUN = 600;
const MARK = 'data-to-press';

/** Opens an address as a new visit, even where only what follows # differs. */
export async function open(page: DrivenPage, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
}

/**
 * Presses the first or the last enabled element of a selector whose text begins with these words, once it is there and nothing moves it away.
 * @throws Error with the driver's last objection
 */
export async function press(
  page: DrivenPage,
  selector: string,
  words: string,
  which: 'first' | 'last' = 'first',
): Promise<void> {
  let objection = 'it is not there';
  const isPressed = async () => {
    if (!(await page.evaluate(marking(selector, words, which)))) return false;
    try {
      await page.click(`[${MARK}]`);
      objection = 'the press missed it';
      return await page.evaluate(`document.querySelector('[${MARK}]') === null`);
    } catch (error) {
      objection = (error as Error).message;
      return false;
    }
  };
  await until(() => `“${words}” pressed (${objection})`, LONGEST_STEP, isPressed);
}

/** An expression that marks what to press until it is pressed, and is whether there is such an element. */
const marking = (selector: string, words: string, which: 'first' | 'last'): string => `(() => {
  document.querySelector('[${MARK}]')?.removeAttribute('${MARK}');
  const fitting = [...document.querySelectorAll(${JSON.stringify(selector)})].filter(
    (one) => one.textContent.startsWith(${JSON.stringify(words)}) && !one.disabled,
  );
  const found = fitting.at(${which === 'first' ? 0 : -1});
  found?.setAttribute('${MARK}', '');
  found?.addEventListener('click', () => found.removeAttribute('${MARK}'), { capture: true, once: true });
  found?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return !!found;
})()`;

/** Gives files to the first input of a selector. */
export async function give(page: DrivenPage, selector: string, paths: readonly string[]): Promise<void> {
  await until(`${selector} for files`, LONGEST_STEP, () =>
    page.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`),
  );
  await page.setFiles(selector, paths);
}

/** The texts of all elements of a selector, in the page's order. */
export const textsOf = async (page: DrivenPage, selector: string): Promise<string[]> =>
  (await page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())`,
  )) as string[];

/**
 * Waits for an element of a selector whose text has these words; gives its text.
 * @throws Error that says what was there instead
 */
export function seen(page: DrivenPage, selector: string, words = ''): Promise<string> {
  let last: string[] = [];
  return until(
    () => `${selector} with “${words}”; there was: ${last.join(' | ') || 'nothing'}`,
    LONGEST_STEP,
    async () => {
      last = await textsOf(page, selector);
      return last.find((text) => text !== '' && text.includes(words));
    },
  );
}

/** Presses Run and waits until the run is done. */
export async function run(page: DrivenPage): Promise<void> {
  await press(page, '[data-testid=run-panel] button', 'Run');
  await runEnds(page);
}

/**
 * Waits until the run is done.
 * @throws Error with the page's own sentence where it fails
 */
export async function runEnds(page: DrivenPage): Promise<void> {
  const status = await until('the end of the run', LONGEST_RUN, async () => {
    const now = await page.evaluate('document.documentElement.dataset.run');
    return now === 'done' || now === 'failed' ? now : undefined;
  });
  if (status === 'failed') throw new Error((await textsOf(page, '[data-testid=run-error]')).join(' '));
}

/** Presses a file among the downloads; gives what the browser has saved. */
export async function save(page: DrivenPage, downloads: string, name: string): Promise<string> {
  await press(page, '[data-testid=downloads] button', name);
  const path = join(downloads, name);
  let size = 0;
  await until(`the file ${name}`, LONGEST_STEP, () => {
    const before = size;
    size = existsSync(path) ? statSync(path).size : 0;
    return size > 0 && size === before;
  });
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

/**
 * Looks until there is something.
 * @throws Error after so many seconds
 */
export async function until<T>(
  what: string | (() => string),
  seconds: number,
  look: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  for (const end = performance.now() + 1000 * seconds; performance.now() < end; await wait(300)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Not seen within ${seconds} s: ${typeof what === 'string' ? what : what()}.`);
}
