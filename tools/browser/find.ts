import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { systemBrowsers, type Places } from './candidates';

/** What the search for a browser asks of the machine. */
export interface BrowserSearch extends Places {
  /** Where Playwright's own Chromium is once it is installed. */
  readonly own: string;
  /** Whether the browser at a path is there and starts. */
  readonly starts: (path: string) => boolean;
}

const START_TIMEOUT_MS = 1500;

/** Ubuntu's chromium-browser may be a mere hint to install something else, and a download may lack libraries. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows a browser opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: START_TIMEOUT_MS }).status === 0;
}

/** The search on this machine. */
export const thisMachine: BrowserSearch = {
  platform: process.platform,
  env: process.env,
  own: chromium.executablePath(),
  starts,
};

/** The path of Playwright's own Chromium, else of the first system browser that starts. */
export const findBrowser = (search: BrowserSearch): string | undefined =>
  [search.own, ...systemBrowsers(search)].find(search.starts);

/**
 * The browser to drive.
 * @throws Error that says how to get one
 */
export function requireBrowser(): string {
  const path = findBrowser(thisMachine);
  if (path === undefined) throw new Error('No Chromium was found: "npm run browser" installs one.');
  return path;
}
