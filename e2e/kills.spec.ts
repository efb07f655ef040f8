import { killRuns } from '../tools/kills/kill-runs';
import { expect, test } from './support/lab';

test('a browser killed five times while it embeds loses no vector, offers to go on, and ends with the vectors of an undisturbed run', async ({
  lab,
}) => {
  test.skip(process.platform !== 'linux', 'Processes of a browser are found by Linux’s /proc.');
  test.setTimeout(400_000);
  const url = `${await lab()}/#samples=60&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm`;
  const found = await killRuns({ kills: 5, seed: 5, killsARun: 3, url, report: console.log });
  expect(found).toEqual({ kills: 5, runs: 2, runsThatDiffer: 0, lost: 0, mostLostAtOnce: 0, notOffered: 0 });
});
