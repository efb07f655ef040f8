import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../tools/lab/serve';
import { inProject } from '../support/in-project';
import { abilitiesOf } from './abilities';
import type { Browser } from './browsers';
import { compareRows, type Rows } from './compare';
import type { Driven } from './driven';
import type { Outcome, Story } from './stories/story';

const DIST = inProject('dist');
const WINDOW = [1400, 1000] as const;

/** What a visit is about. */
export interface Visit {
  readonly browser: Browser;
  readonly stories: readonly Story[];
  /** For downloads and files that stories make; nothing else uses it. */
  readonly folder: string;
  /** What the stories gave in Chromium, by their names; null where this is Chromium. */
  readonly expected: Results | null;
  readonly report: (line: string) => void;
}

/** Results of stories that have any, by the names of the stories. */
type Results = ReadonlyMap<string, Rows>;

/** What came of a visit. */
export interface Visited {
  readonly results: Results;
  readonly failures: number;
}

/** Lives stories in a browser, each on a host of its own, and reports a line for each: passed, or what was seen instead. */
export async function visit({ browser, stories, folder, expected, report }: Visit): Promise<Visited> {
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const driven = await browser.launch(downloads);
  const results = new Map<string, Rows>();
  let failures = 0;
  try {
    await introduce(driven, report);
    for (const story of stories) {
      const server = await serve({ root: DIST });
      try {
        await driven.page.resize(...WINDOW);
        const { page } = driven;
        const { otherPictures } = browser;
        const outcome = await story.tell({ page, url: server.url, downloads, folder, otherPictures });
        if (outcome.rows) results.set(story.name, outcome.rows);
        const compared = expected && compare(story, outcome, expected);
        report(`  passed  ${story.name}: ${[compared, outcome.words].filter(Boolean).join('; ')}`);
      } catch (error) {
        failures++;
        report(`  FAILED  ${story.name}: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        await server.close();
      }
    }
  } finally {
    await driven.close();
  }
  return { results, failures };
}

async function introduce({ name, page }: Driven, report: Visit['report']): Promise<void> {
  const server = await serve({ root: DIST });
  try {
    await page.goto(server.url);
    report(`\n${name} ${await abilitiesOf(page)}`);
  } finally {
    await server.close();
  }
}

/**
 * What the results of a story are next to Chromium's, in words.
 * @throws Error where they differ
 */
function compare({ name }: Story, { rows }: Outcome, expected: Results): string | undefined {
  if (!rows) return undefined;
  const inChromium = expected.get(name);
  if (!inChromium) throw new Error('Chromium has no results of this story.');
  const { values, recalls, different } = compareRows(rows, inChromium);
  if (different.length > 0) throw new Error(`Not as in Chromium: ${different.join(', ')}.`);
  return `${values} values as in Chromium, ${recalls} of them recall`;
}
