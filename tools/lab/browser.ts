import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium to drive: Playwright's own, else one on the PATH.
 * @throws Error that says how to get one
 */
export function findChromium(): string {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of SYSTEM_NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(
    'No Chromium found. Get one with "npx playwright install chromium" or "apt-get install chromium".',
  );
}

/** Switches for batch use: no calls home, and WebGPU where `webgpu` is true. */
export function switches(webgpu: boolean): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(webgpu ? ['--enable-unsafe-webgpu'] : []),
    // Chromium refuses its sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

export const launch = (webgpu: boolean): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: switches(webgpu) });
