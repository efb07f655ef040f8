import { chromium, type Browser, type LaunchOptions } from 'playwright';
import { requireBrowser } from './find';

/** Switches for batch use: no calls home, and WebGPU where `webgpu` is true. */
const switches = (webgpu: boolean): string[] => [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(webgpu ? ['--enable-unsafe-webgpu'] : []),
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Options for Playwright to launch the browser that was found, with WebGPU where `webgpu` is true.
 * @throws Error where there is no browser
 */
export const launchOptions = (webgpu: boolean) =>
  ({ executablePath: requireBrowser(), args: switches(webgpu) }) satisfies LaunchOptions;

/** Launches the browser that was found. */
export const launch = (webgpu: boolean): Promise<Browser> => chromium.launch(launchOptions(webgpu));
