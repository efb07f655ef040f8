import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOnSignals } from '../../tools/browser/end-with-command';
import { BROWSERS, CHROMIUM } from './browsers';
import { readOptions } from './options';
import { visit } from './visit';

/** `npm run browsers -- [browser…] [--story name…]`: lives the same stories in Chromium and in other browsers, and says where they differ. */
async function main(): Promise<void> {
  endOnSignals();
  const { browsers, stories } = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  const common = { stories, report: console.log };
  try {
    const chromium = await visit({
      ...common,
      browser: CHROMIUM,
      folder: join(folder, 'chromium'),
      expected: null,
    });
    let failures = chromium.failures;
    for (const name of browsers) {
      const browser = BROWSERS[name];
      try {
        const visited = await visit({
          ...common,
          browser,
          folder: join(folder, name),
          expected: chromium.results,
        });
        failures += visited.failures;
      } catch (error) {
        failures++;
        console.log(`\n${name}: ${(error as Error).message}`);
      }
    }
    if (failures > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
