import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { requireBrowser } from '../browser/find';
import { securityHeaders } from '../hosting/policy';
import { judge, type Report } from './judge';

/** The last version that runs on Node 20; not a dependency, because it brings 146 packages. */
const LIGHTHOUSE = 'lighthouse@12.2.3';
/** The machine is never quiet for certain: the median of so many visits counts. */
const VISITS = 3;

/** Measures the built page with Lighthouse, on its phone with slow 4G, and says which of the targets it meets. */
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const server = createServer(compressed(DIST, join(folder, 'site')));
try {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const reports: Report[] = [];
  while (reports.length < VISITS) reports.push(await visit(url, join(folder, 'report.json')));
  const { table, met } = judge(reports);
  console.log(table);
  process.exitCode = met ? 0 : 1;
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}

/** Answers with the files of a folder as a good static host does: compressed, with the headers that the build gives it. */
function compressed(from: string, to: string) {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const path = join(to, name);
    if (statSync(path).isFile()) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  }
  return sirv(to, {
    gzip: true,
    maxAge: 31536000,
    setHeaders: (response) =>
      Object.entries(securityHeaders()).forEach(([name, value]) => response.setHeader(name, value)),
  });
}

async function visit(url: string, path: string): Promise<Report> {
  const browser = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      `--chrome-flags=${browser.join(' ')}`,
      '--output=json',
      `--output-path=${path}`,
    ],
    { env: { ...process.env, CHROME_PATH: requireBrowser() } },
  );
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}
