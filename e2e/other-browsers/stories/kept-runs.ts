import type { DrivenPage } from '../driven';
import type { Rows } from '../compare';
import { open, press, run, save, seen, textsOf } from '../on-page';
import { expect, type Scene, type Story } from './story';

const CHOICES = 'samples=80&dims=512&precisions=fp32,binary&candidateSizes=20,all&device=wasm';
const RUN = '[data-testid=kept-run]';

/** A run is kept: the page is reloaded, the run compared with a later one and opened again. */
export const keptRuns: Story = {
  name: 'explorer, compare, history',
  async tell(scene) {
    const { page, url } = scene;
    await open(page, `${url}/#${CHOICES}`);
    await run(page);
    const first = await lookAt(scene);
    await page.reload();
    expectSame(first, await lookAt(scene), 'after a reload');

    await open(page, `${url}/?later#${CHOICES}&rescore=50`);
    await run(page);
    await press(page, '[role=tab]', 'Compare');
    const pairing = await seen(page, '[data-testid=pairing]', 'Both runs asked the same queries');

    await page.reload();
    await seen(page, '[data-testid=pairing]', pairing);
    await press(page, '[role=tab]', 'History');
    await seen(page, RUN);
    const kept = (await textsOf(page, RUN)).length;
    expect(kept === 2, `History has ${kept} runs.`);
    await press(page, `${RUN} button`, 'Open', 'last');
    await seen(page, '[role=tab][aria-selected=true]', 'Results');
    const again = await lookAt(scene);
    expectSame(first, again, 'opened from History');
    return { words: `the same after a reload and from History; ${pairing}`, rows: again.rows };
  },
};

/** What a run says of itself in every view, and its results. */
interface Look {
  readonly finding: string;
  readonly explorer: string;
  readonly lists: string;
  readonly rows: Rows;
}

async function lookAt({ page, downloads }: Pick<Scene, 'page' | 'downloads'>): Promise<Look> {
  await press(page, '[role=tab]', 'Explorer');
  const explorer = await seen(page, '[data-testid=explorer-summary]', 'Of 80 captions');
  await seen(page, '[data-testid=query-detail] li', '1');
  const lists = await steady(page, '[data-testid=query-detail] li');
  await press(page, '[role=tab]', 'Results');
  const finding = await seen(page, '[data-testid=finding]');
  const { results } = JSON.parse(await save(page, downloads, 'experiment_results.json')) as { results: Rows };
  return { finding, explorer, lists, rows: results };
}

/** All texts of a selector, once they do not change any more. */
async function steady(page: DrivenPage, selector: string): Promise<string> {
  for (let before = ''; ;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = (await textsOf(page, selector)).join(' | ');
    if (now === before) return now;
    before = now;
  }
}

function expectSame(before: Look, now: Look, when: string): void {
  for (const what of ['finding', 'explorer', 'lists'] as const)
    expect(now[what] === before[what], `Not the same ${when}: “${now[what]}”, was “${before[what]}”.`);
  expect(JSON.stringify(now.rows) === JSON.stringify(before.rows), `Other results ${when}.`);
}
