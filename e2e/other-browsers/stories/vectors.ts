import Papa from 'papaparse';
import { pairsFile } from '../../support/vectors';
import type { Rows } from '../compare';
import { give, open, press, run, save, seen } from '../on-page';
import { expect, type Story } from './story';

const PAIRS = 120;
const CHOICES = 'data=npz&dims=32,64&precisions=fp32,int8,int4,binary&candidateSizes=50,all';

/** Vectors of one's own in an npz file: swept, saved as CSV, explored. */
export const vectors: Story = {
  name: 'given vectors',
  async tell({ page, url, downloads }) {
    await open(page, `${url}/#${CHOICES}`);
    await give(page, '[data-testid=file-picker] input', [pairsFile(PAIRS)]);
    await seen(page, '[data-testid=file-picker]', 'pairs.npz');
    await run(page);
    const csv = await save(page, downloads, 'detailed_results.csv');
    const rows = Papa.parse(csv.trim(), { header: true, dynamicTyping: true }).data as Rows;
    expect(rows.length === 16, `The CSV has ${rows.length} rows.`);
    await press(page, '[role=tab]', 'Explorer');
    await seen(page, '[data-testid=explorer-summary]', `Of ${PAIRS} texts`);
    return { words: `${PAIRS} pairs, ${rows.length} lines of CSV`, rows };
  },
};
