import asc from 'assemblyscript/asc';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { launch } from '../tools/browser/launch';
import { serve } from '../tools/lab/serve';
import type {} from './page/main';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

interface PageOptions {
  /** Local files below URL prefixes. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** Whether the browser has WebGPU, in software where the machine has no other. */
  readonly webgpu?: boolean;
}

/** The built page of the benchmarks, in a temporary folder until it is closed. */
export interface Site {
  /** A folder for temporary files of a measurement. */
  readonly folder: string;
  /** Runs work on the page in a new browser. */
  withPage<T>(work: (page: Page) => Promise<T>, options?: PageOptions): Promise<T>;
  close(): void;
}

async function compileCeiling(): Promise<void> {
  const source = 'bench/assembly/ceiling.ts';
  const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'relaxed-simd'];
  const { error } = await asc.main([source, '--outFile', source.replace('.ts', '.wasm'), ...flags], {
    stdout: process.stdout,
    stderr: process.stderr,
  });
  if (error) throw new Error(`${source} does not compile: ${error.message}`);
}

/** Builds the page; the kernels have to be compiled. */
export async function openSite(): Promise<Site> {
  await compileCeiling();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const root = join(folder, 'page');
  await build({
    root: PROJECT,
    configFile: false,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      target: 'es2023',
      outDir: root,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { input: join(PROJECT, 'bench/page.html') },
    },
  });
  return {
    folder,
    async withPage(work, { mounts = {}, webgpu = false } = {}) {
      const server = await serve({ root, mounts });
      const browser = await launch(webgpu);
      try {
        const page = await browser.newPage();
        await page.goto(`${server.url}/bench/page.html`);
        await page.waitForFunction(() => 'bench' in window);
        return await work(page);
      } finally {
        await browser.close();
        await server.close();
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
