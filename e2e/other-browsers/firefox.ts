import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from '../support/in-project';
import type { Driven } from './driven';

/**
 * Drives a stock Firefox by WebDriver BiDi, which Playwright does not. Not a dependency: it asks for Node 22.12 (and works with 20.20),
 * and nothing else needs it.
 */
const PUPPETEER = 'puppeteer-core@25.16.0';
const CACHE = 'node_modules/.cache/puppeteer';

/** What is used of Puppeteer. */
interface Puppeteer {
  launch(options: object): Promise<{
    version(): Promise<string>;
    newPage(): Promise<PuppeteerPage>;
    close(): Promise<void>;
  }>;
}
interface PuppeteerPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  $(selector: string): Promise<{ uploadFile(...paths: string[]): Promise<void> } | null>;
  setViewport(size: { width: number; height: number }): Promise<void>;
}

async function puppeteer(): Promise<Puppeteer> {
  const folder = inProject(CACHE);
  const entry = join(folder, 'node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js');
  if (!existsSync(entry)) {
    console.log(`Installing ${PUPPETEER} into ${CACHE}, once.`);
    const { status } = spawnSync('npm', ['install', '--silent', '--prefix', folder, PUPPETEER], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`npm could not install ${PUPPETEER}.`);
  }
  return ((await import(pathToFileURL(entry).href)) as { default: Puppeteer }).default;
}

/** Starts the Firefox at a path, without a window. */
export async function launchFirefox(executablePath: string, downloads: string): Promise<Driven> {
  const browser = await (
    await puppeteer()
  ).launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
    },
  });
  const page = await browser.newPage();
  return {
    name: (await browser.version()).replace(/^firefox\//, 'Firefox '),
    page: {
      goto: (url) => page.goto(url),
      reload: () => page.reload(),
      evaluate: (expression) => page.evaluate(expression),
      click: (selector) => page.click(selector),
      setFiles: async (selector, paths) => (await page.$(selector))!.uploadFile(...paths),
      resize: (width, height) => page.setViewport({ width, height }),
    },
    close: () => browser.close(),
  };
}
