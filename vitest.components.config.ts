import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './tools/browser/launch';

/** Tests of components and of storage in a real browser; `vite.config.ts` holds the tests that run in Node. */
export default defineConfig({
  plugins: [react()],
  optimizeDeps: { include: ['react-dom/client', 'vitest-browser-react'] },
  test: {
    include: ['src/**/*.browser.test.{ts,tsx}'],
    restoreMocks: true,
    expect: { poll: { timeout: 5000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: launchOptions(false) }),
      instances: [{ browser: 'chromium' }],
      viewport: { width: 1400, height: 1000 },
    },
  },
});
