import { expect, test as base, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { serve, type Server } from '../tools/lab/serve';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
/** Files of this project by their path from its root. */
export const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

interface Fixtures {
  /** Serves the built page, and mounts where a test asks for them. */
  readonly lab: (mounts?: Record<string, string>) => Promise<string>;
  /** Every request that left the page's own origin. */
  readonly foreign: string[];
}

export const test = base.extend<Fixtures>({
  lab: async ({}, provide) => {
    const servers: Server[] = [];
    await provide(async (mounts = {}) => {
      const server = await serve({ root: DIST, mounts });
      servers.push(server);
      return server.url;
    });
    await Promise.all(servers.map((server) => server.close()));
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
  await page.locator('.run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.locator('.run-panel')).toHaveAttribute('data-status', /done|failed|cancelled/, {
    timeout: 150_000,
  });
}

/** The text of a download of the page. */
export async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.downloads').getByRole('button', { name, exact: true }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export interface Results {
  readonly run: {
    readonly data: {
      readonly samples: number;
      readonly images: number;
      readonly leftOut: readonly { reason: string; fileName?: string }[];
    };
    readonly device: { readonly name: string };
    readonly substitutions: readonly string[];
  };
  readonly results: readonly Record<string, string | number | boolean | null>[];
}

export const results = async (page: Page): Promise<Results> =>
  JSON.parse((await download(page, 'experiment_results.json')).toString()) as Results;
