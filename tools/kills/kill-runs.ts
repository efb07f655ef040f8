import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { parseNpz } from '../../src/lib/npy/npz';
import { defaultRng } from '../../src/math/random/generator';
import { openBrowser } from './browser-process';

/** What was found. */
export interface KillReport {
  readonly kills: number;
  /** Runs that were killed, started again and ended well. */
  readonly runs: number;
  /** Finished runs whose vectors differ by any bit from those of the undisturbed run. */
  readonly runsThatDiffer: number;
  /** Vectors that the page had counted as done and that were not stored after the kill, in all and in the worst kill. */
  readonly lost: number;
  readonly mostLostAtOnce: number;
  /** Kills of a page that embedded, after which it did not offer to go on. */
  readonly notOffered: number;
}

interface Options {
  readonly kills: number;
  readonly seed: number;
  /** The most kills before a run may end. */
  readonly killsARun: number;
  /** The page with its choices. */
  readonly url: string;
  report(line: string): void;
}

/**
 * Kills the browser at random moments while it embeds, starts it again, goes on with the run to its end, and compares its
 * vectors with those of an undisturbed run.
 * @throws Error where a run does not end well
 */
export async function killRuns({
  kills: wanted,
  seed,
  killsARun,
  url,
  report,
}: Options): Promise<KillReport> {
  const random = defaultRng(seed);
  const undisturbed = await inProfile((profile) => runToEnd(profile, url));
  report(`Undisturbed: ${undisturbed.milliseconds} ms, ${undisturbed.vectors.length} bytes of vectors.`);
  let [kills, runs, runsThatDiffer, lost, mostLostAtOnce, notOffered] = [0, 0, 0, 0, 0, 0];
  while (kills < wanted) {
    await inProfile(async (profile) => {
      for (let k = 0; k < killsARun && kills < wanted; k++) {
        const { counted, isEmbedding } = await killedAfter(
          profile,
          url,
          random.choiceWithoutReplacement(undisturbed.milliseconds, 1)[0],
        );
        kills++;
        const { stored, offers } = await lookAgain(profile, url);
        const missing = Math.max(0, counted - stored);
        lost += missing;
        mostLostAtOnce = Math.max(mostLostAtOnce, missing);
        if (isEmbedding && offers === 0) notOffered++;
        report(`Kill ${kills}: ${counted} vectors counted, ${stored} stored, ${offers} runs offered.`);
      }
      const { vectors } = await runToEnd(profile, url);
      runs++;
      if (!vectors.equals(undisturbed.vectors)) runsThatDiffer++;
    });
  }
  return { kills, runs, runsThatDiffer, lost, mostLostAtOnce, notOffered };
}

async function inProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'kills-'));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Goes on with the run that is offered, or starts one. */
const startOrGoOn = (page: Page): Promise<void> =>
  page
    .getByTestId('unfinished')
    .getByRole('button', { name: 'Go on' })
    .or(page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }))
    .first()
    .click();

/** Starts a run and kills the browser so long after; gives what the page showed last: how many vectors, and whether it was embedding. */
async function killedAfter(profile: string, url: string, milliseconds: number) {
  const { page, kill } = await openBrowser(profile);
  await openPage(page, url);
  await startOrGoOn(page);
  const end = performance.now() + milliseconds;
  let stages: readonly string[] = [];
  while (performance.now() < end) {
    stages = await page.getByTestId('stage').allTextContents();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await kill();
  // A run that has come to its sweep may have ended before the kill.
  const isEmbedding =
    stages.some((stage) => stage.startsWith('Embed')) && !stages.some((stage) => stage.startsWith('Sweep'));
  return { counted: countOf(stages), isEmbedding };
}

/** The number of vectors in the progress of the two stages that embed. */
const countOf = (stages: readonly string[]): number =>
  stages
    .filter((stage) => stage.startsWith('Embed'))
    .reduce((sum, stage) => sum + Number(/(\d[\d,]*)/.exec(stage)?.[1].replaceAll(',', '') ?? 0), 0);

/** What the page shows when it is opened again: how many embeddings the panel of stored things counts, and how many runs are offered. */
async function lookAgain(
  profile: string,
  url: string,
): Promise<{ readonly stored: number; readonly offers: number }> {
  const { page, close } = await openBrowser(profile);
  const summary = await openPage(page, url);
  const offers = await page.getByTestId('unfinished').count();
  await close();
  return { stored: Number(/([\d,]+) embeddings?/.exec(summary)?.[1].replaceAll(',', '') ?? 0), offers };
}

/** Opens the page and waits until it has read what is stored; gives the summary of that. */
async function openPage(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const summary = await page.getByTestId('storage').locator('summary').first().innerText();
  // Offers are read at the same time; a moment more for them.
  await page.waitForTimeout(300);
  return summary;
}

/** Runs to the end; gives the bytes of the exported arrays, one after the other. */
async function runToEnd(
  profile: string,
  url: string,
): Promise<{ readonly vectors: Buffer; readonly milliseconds: number }> {
  const { page, close } = await openBrowser(profile);
  await openPage(page, url);
  const start = performance.now();
  await startOrGoOn(page);
  await page.locator('html:is([data-run=done], [data-run=failed])').waitFor({ timeout: 120_000 });
  const milliseconds = Math.round(performance.now() - start);
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await page
    .getByTestId('downloads')
    .getByRole('button', { name: 'coco_embeddings.npz', exact: true })
    .click();
  const arrays = parseNpz(readFileSync(await (await download).path()));
  await close();
  const parts = Object.values(arrays).map(({ data }) => Buffer.from(new Uint8Array(data.buffer).slice()));
  return { vectors: Buffer.concat(parts), milliseconds };
}
