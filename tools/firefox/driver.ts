import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OpenPage } from './story';

/**
 * Drives a stock Firefox by WebDriver BiDi, which Playwright does not. Not a dependency: it asks for Node 22.12 (and works with 20.20),
 * and nothing else needs it.
 */
const PUPPETEER = 'puppeteer-core@25.16.0';
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/firefox', import.meta.url));

/** What is used of Puppeteer. */
interface Browser {
  version(): Promise<string>;
  newPage(): Promise<OpenPage>;
  close(): Promise<void>;
}
interface Puppeteer {
  launch(options: object): Promise<Browser>;
}

async function puppeteer(): Promise<Puppeteer> {
  const entry = join(FOLDER, 'node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js');
  if (!existsSync(entry)) {
    console.log(`Installing ${PUPPETEER} into node_modules/.cache/firefox, once.`);
    const { status } = spawnSync('npm', ['install', '--silent', '--prefix', FOLDER, PUPPETEER], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`npm could not install ${PUPPETEER}.`);
  }
  return ((await import(pathToFileURL(entry).href)) as { default: Puppeteer }).default;
}

/** Starts a Firefox without a window, which saves downloads in a folder. */
export const launchFirefox = async (executablePath: string, downloads: string): Promise<Browser> =>
  (await puppeteer()).launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
    },
  });
