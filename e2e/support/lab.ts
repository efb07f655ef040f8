import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { Conformance } from '../../src/protocol/conformance';
import { launch } from '../../tools/browser/launch';
import { serve, type Server } from '../../tools/lab/serve';
import { inProject } from './in-project';

export { inProject };

const DIST = inProject('dist');

interface Fixtures {
  /** Serves the built page, with mounts and headers where a test asks for them. */
  readonly lab: (
    mounts?: Record<string, string>,
    headers?: Record<string, string>,
    officialCoco?: string,
  ) => Promise<string>;
  /** A page of a browser that has a WebGPU adapter, in software where the machine has no other. */
  readonly gpuPage: Page;
  /** Every request that left the page's own origin. */
  readonly foreign: string[];
}

/** All cards of choices open, as a person leaves them who changes choices often. */
const OPEN_CARDS = `try { localStorage.setItem('open-cards', 'data model protocol') } catch {}`;

/** A browser with a profile of its own, in which the choices are open. */
export async function newProfile(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addInitScript(OPEN_CARDS);
  return context;
}

export const test = base.extend<Fixtures>({
  context: async ({ context }, provide) => {
    await context.addInitScript(OPEN_CARDS);
    await provide(context);
  },
  lab: async ({}, provide) => {
    const servers: Server[] = [];
    await provide(async (mounts = {}, headers = {}, officialCoco = 'http://127.0.0.1:9') => {
      const server = await serve({ root: DIST, mounts, headers, officialCoco });
      servers.push(server);
      return server.url;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  gpuPage: async ({}, provide) => {
    const browser = await launch(true);
    await provide(await (await newProfile(browser)).newPage());
    await browser.close();
  },
  foreign: async ({ page }, provide) => {
    const seen: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') seen.push(request.url());
    });
    await provide(seen);
  },
});

export { expect };

/** Presses Run and waits until the run has ended, however it did. */
export async function runToEnd(page: Page): Promise<void> {
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expectRun(page, /^(done|failed|cancelled)$/, { timeout: 150_000 });
}

/** Waits until the run has a status, as the page writes it on `<html data-run>`. */
export const expectRun = (
  page: Page,
  status: string | RegExp,
  options?: { timeout: number },
): Promise<void> => expect(page.locator('html')).toHaveAttribute('data-run', status, options);

/** The text of a download of the page. */
export async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('downloads').getByRole('button', { name, exact: true }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Results {
  readonly run: {
    readonly data: {
      readonly source?: string;
      readonly sourcesRefused?: readonly { readonly source: string; readonly reason: string }[];
      readonly sides?: unknown;
      readonly samples: number;
      readonly images: number;
      readonly leftOut: readonly { reason: string; fileName?: string }[];
    };
    readonly device: { readonly name: string; readonly threads: number };
    readonly engine: { readonly kernels: string; readonly workers: number; readonly gpu: string | null };
    readonly model?: { readonly atOnce?: { readonly pictures?: number; readonly captions?: number } };
    readonly substitutions: readonly string[];
  };
  readonly results: readonly Row[];
}

export const results = async (page: Page): Promise<Results> =>
  JSON.parse((await download(page, 'experiment_results.json')).toString()) as Results;

/** The check of the encoder, as the summary has it. */
export const conformanceOf = async (page: Page): Promise<Conformance> =>
  JSON.parse((await download(page, 'experiment_summary.json')).toString()).run.conformance;

/** The columns of every row whose names fit. */
export const pick = (rows: readonly Row[], name: RegExp) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => name.test(key))));

/** The small model of the demo under the paths of the hub, where the page looks for CLIP ViT-B/32. */
export const HUB = {
  '/Xenova/clip-vit-base-patch32/resolve/d15189d7028b43f1d3e65039190477f6af591c2a':
    inProject('public/demo/model'),
};
