import react from '@vitejs/plugin-react';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import packages from './package.json' with { type: 'json' };
import { hosting } from './tools/hosting/vite-plugin.ts';
import { licences } from './tools/hosting/licences/licences.ts';
import { serviceWorker } from './tools/hosting/service-worker.ts';
import { ISOLATION_HEADERS } from './src/lib/isolation-headers.ts';
import { OFFICIAL_COCO } from './src/protocol/coco-places.ts';

/** COCO's official host has no https: address of its own and may allow no other sites. */
const proxy = {
  [`/${OFFICIAL_COCO.path}/`]: {
    target: OFFICIAL_COCO.host,
    changeOrigin: true,
    rewrite: (path: string) => path.slice(OFFICIAL_COCO.path.length + 1),
  },
};

const { ofPage, ofWorkers } = licences();

/** How long the build's plugins took is of no use to whoever starts the page. */
const checks = { pluginTimings: false };

export default defineConfig({
  base: './',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(packages.version) },
  plugins: [react(), hosting(process.env['CONNECT_HOSTS']), ofPage, serviceWorker()],
  worker: { format: 'es', plugins: () => [ofWorkers], rolldownOptions: { checks } },
  build: {
    target: 'es2023',
    manifest: true,
    // Parts are fetched ahead when the page is idle; a list of what each needs would make up much of the first file.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, parts) => parts.filter((name) => name.endsWith('.css')),
    },
    // What the page needs before the first click is one file: many small ones take longer and compress worse.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
      checks,
    },
  },
  server: { headers: { ...ISOLATION_HEADERS }, proxy },
  preview: { headers: { ...ISOLATION_HEADERS }, proxy },
  test: {
    include: ['src/**/*.test.{ts,tsx}', '{tests,workers,tools,bench,e2e}/**/*.test.ts'],
    // Those run in a browser, see vitest.components.config.ts.
    exclude: ['**/*.browser.test.{ts,tsx}'],
    // Laws over many made-up inputs take seconds on a busy machine.
    testTimeout: 30_000,
    // One process for many files: most of them take less time than starting a process and loading modules.
    isolate: false,
    maxWorkers: availableParallelism(),
    setupFiles: 'tools/vitest/compare-bytes.ts',
    unstubGlobals: true,
  },
});
