import { posix, win32 } from 'node:path';

/** The part of the machine that decides where a browser can be. */
export interface Places {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Paths at which a program of the PATH can be, in the PATH's order. */
export function onPath(program: string, { platform, env }: Places): string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, platform === 'win32' ? `${program}.exe` : program));
}

/** Paths at which a system's Chromium, Chrome or Edge can be, the best first. */
export function systemBrowsers(places: Places): string[] {
  const { platform, env } = places;
  const known = PROGRAMS.flatMap((program) => onPath(program, places));
  if (platform === 'darwin') {
    return [...known, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  if (platform !== 'win32') return known;
  const folders = WINDOWS_FOLDERS.flatMap((name) => env[name] ?? []);
  const installed = WINDOWS_PROGRAMS.flatMap((path) => folders.map((folder) => win32.join(folder, path)));
  return [...known, ...installed];
}
