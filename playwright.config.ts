import { defineConfig } from '@playwright/test';
import { findChromium, switches } from './tools/lab/browser';

export default defineConfig({
  testDir: 'e2e',
  timeout: 180_000,
  workers: 1,
  reporter: 'list',
  forbidOnly: true,
  use: {
    launchOptions: { executablePath: findChromium(), args: switches(false) },
    viewport: { width: 1400, height: 1000 },
  },
});
