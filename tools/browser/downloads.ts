import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { request } from 'playwright';

const TIMEOUT_MS = 5000;

/** Whether the host that serves Playwright's Chromium has it and answers within seconds. */
export async function reachesDownloads(): Promise<boolean> {
  const { env } = process;
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'];
  const client = await request.newContext(proxy ? { proxy: { server: proxy } } : {});
  try {
    const response = await client.head(await downloadUrl(), { timeout: TIMEOUT_MS });
    return response.ok();
  } catch {
    return false;
  } finally {
    await client.dispose();
  }
}

async function downloadUrl(): Promise<string> {
  const dryRun = ['playwright', 'install', '--dry-run', '--no-shell', 'chromium'];
  const { stdout } = await promisify(execFile)('npx', dryRun, { shell: process.platform === 'win32' });
  const url = /^\s*Download url:\s+(\S+)/m.exec(stdout)?.[1];
  if (url === undefined) throw new Error('Playwright has no Chromium for this system.');
  return url;
}
