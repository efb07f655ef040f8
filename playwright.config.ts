import { defineConfig } from '@playwright/test';
import { launchOptions } from './tools/browser/launch';

export default defineConfig({
  testDir: 'e2e',
  timeout: 180_000,
  workers: 1,
  reporter: 'list',
  forbidOnly: true,
  use: {
    launchOptions: launchOptions(false),
    viewport: { width: 1400, height: 1000 },
  },
});
