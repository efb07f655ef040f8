import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PICTURES = 8;

/** Runs the demo and writes what the page shows of it before anything was run: its results and its first pictures. */
const folder = mkdtempSync(join(tmpdir(), 'example-'));
try {
  execFileSync('npm', ['run', '--silent', 'lab', '--', '--output_dir', folder], {
    cwd: inProject(''),
    stdio: 'inherit',
  });
  const { run, results } = JSON.parse(
    readFileSync(join(folder, 'experiment_results.json'), 'utf8'),
  ) as Record<string, unknown>;
  const entries = Object.entries(unzipSync(readFileSync(inProject('public/demo/pictures.zip'))));
  const pictures = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, PICTURES)
    .map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const write = (name: string, value: unknown) =>
    writeFileSync(inProject(`public/demo/${name}.json`), `${JSON.stringify(value)}\n`);
  write('example', { run, results });
  write('example-pictures', pictures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
