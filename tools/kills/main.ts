import { fileURLToPath } from 'node:url';
import { endOnSignals } from '../browser/end-with-command';
import { serve } from '../lab/serve';
import { killRuns } from './kill-runs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const CHOICES = 'samples=200&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm';
const KILLS_A_RUN = 4;

/** `npm run kills -- [kills] [seed]`: kills a browser that embeds the demo, and says what was lost. */
async function main(): Promise<void> {
  endOnSignals();
  const [kills, seed] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 2026)];
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || seed < 0) {
    throw new Error('Give the number of kills and a seed, both whole numbers: npm run kills -- 200 2026');
  }
  const server = await serve({ root: DIST });
  try {
    const url = `${server.url}/#${CHOICES}`;
    const found = await killRuns({ kills, seed, killsARun: KILLS_A_RUN, url, report: console.log });
    console.log(`seed ${seed}: ${JSON.stringify(found)}`);
    if (found.runsThatDiffer > 0) process.exitCode = 1;
  } finally {
    await server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
