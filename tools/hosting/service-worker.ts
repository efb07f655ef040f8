import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { builtFiles } from './built-files.ts';

/**
 * Builds the service worker beside the page, once all other files are there, with the list of them.
 *
 * It is our own and not Workbox's by vite-plugin-pwa: that brings 310 packages to each install (112 MB), and what is special here it leaves
 * to be written all the same: headers on what it answers, files that are kept later than the first view, and an update that waits for a run.
 */
export function serviceWorker(): Plugin {
  const firstView = new Set<string>();
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ build: { outDir } }) {
      folder = outDir;
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isEntry) continue;
        for (const path of [file.fileName, ...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) {
          firstView.add(path);
        }
      }
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => statSync(join(folder, path)).isFile())
          .map((path) => ({ path: path.replaceAll('\\', '/'), content: readFileSync(join(folder, path)) }));
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { BUILT_FILES: JSON.stringify(builtFiles(written, firstView)) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2023',
            // A classic script: not every browser takes modules here.
            lib: {
              entry: 'workers/service-worker/main.ts',
              formats: ['iife'],
              name: 'serviceWorker',
              fileName: () => 'sw.js',
            },
          },
        });
      },
    },
  };
}
