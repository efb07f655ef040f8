import type { Rows } from '../compare';
import { open, press, runEnds, save, seen, textsOf } from '../on-page';
import { expect, type Story } from './story';

const REMARKS =
  '[data-testid=notice], [data-testid=substitution], [data-testid=one-thread], [data-testid=left-out-count]';

/** The demo from one press to its files and the explorer. */
export const demo: Story = {
  name: 'demo',
  async tell({ page, url, downloads }) {
    await open(page, url);
    const begun = performance.now();
    await press(page, 'button', 'Run the demo');
    await runEnds(page);
    const seconds = (performance.now() - begun) / 1000;
    const [facts] = await textsOf(page, '[data-testid=facts]');
    const remarks = await textsOf(page, REMARKS);
    const { results: rows } = JSON.parse(await save(page, downloads, 'experiment_results.json')) as {
      results: Rows;
    };
    const csv = await save(page, downloads, 'detailed_results.csv');
    expect(csv.trim().split('\n').length === rows.length + 1, 'The CSV has not a line for each row.');
    const report = await save(page, downloads, 'report.html');
    expect(report.includes('<svg'), 'The report has no charts.');
    await press(page, '[role=tab]', 'Explorer');
    await seen(page, '[data-testid=explorer-summary]', 'captions');
    return { words: [`${seconds.toFixed(0)} s`, facts, ...remarks].join('; '), rows };
  },
};
