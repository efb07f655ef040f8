import { defineConfig } from '@playwright/test';
import { launchOptions } from './tools/browser/launch';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  timeout: 180_000,
  workers: 1,
  // A test that passes at its second attempt is listed as flaky: these run on machines that are shared and slow.
  retries: 1,
  reporter: 'list',
  forbidOnly: true,
  use: {
    launchOptions: launchOptions(false),
    viewport: { width: 1400, height: 1000 },
  },
});
