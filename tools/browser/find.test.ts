import { expect, test } from 'vitest';
import { findBrowser, type BrowserSearch } from './find';

const OWN = '/cache/playwright/chrome';

const search = (working: readonly string[], changes: Partial<BrowserSearch> = {}): BrowserSearch => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  own: OWN,
  starts: (path) => working.includes(path),
  ...changes,
});

test('Playwright’s own Chromium wins over a system browser', () => {
  expect(findBrowser(search(['/usr/bin/chromium', OWN]))).toBe(OWN);
});

test('Chromium wins over Chrome and Edge, wherever each is on the PATH', () => {
  const all = ['/usr/local/bin/microsoft-edge', '/usr/local/bin/google-chrome', '/usr/bin/chromium'];
  expect(findBrowser(search(all))).toBe('/usr/bin/chromium');
  expect(findBrowser(search(all.slice(0, 2)))).toBe('/usr/local/bin/google-chrome');
  expect(findBrowser(search(all.slice(0, 1)))).toBe('/usr/local/bin/microsoft-edge');
});

test('a browser that does not start is passed over', () => {
  const asked: string[] = [];
  const starts = (path: string) => asked.push(path) > 0 && path === '/usr/bin/google-chrome';
  expect(findBrowser(search([], { starts }))).toBe('/usr/bin/google-chrome');
  expect(asked).toContain('/usr/bin/chromium-browser');
});

test('macOS and Windows have browsers in their usual places', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(search([mac], { platform: 'darwin' }))).toBe(mac);
  const windows = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowser(search([windows], { platform: 'win32', env }))).toBe(windows);
});

test('a system without a browser, or without a PATH, has none', () => {
  expect(findBrowser(search([]))).toBeUndefined();
  expect(findBrowser(search(['/usr/bin/chromium'], { env: {} }))).toBeUndefined();
});
