import { NEAR_IDENTICAL } from '../../../explore/also-right';
import type { WidenedResults } from '../../../explore/near-identical';
import { cosine, count, counted, percent } from '../../../report/formats/format';

/** The words of what the table counts as right. */
export const JUDGED = {
  label: 'Counts as right',
  choices: { given: 'what the data says', perhaps: 'near-identical to the model too' },
  counting: (done: number) =>
    `Comparing every item with every other of its side, then measuring again: ${percent(done)}.`,
  counted: ({ given, added }: WidenedResults) =>
    `${counted(added, 'pair')} more than the ${count(given)} of the data: items that the model hardly tells from a right one, and items right for a query that it hardly tells from this one ` +
    `(cosine from ${cosine(NEAR_IDENTICAL)}). Whether they are right only looking tells. The charts, the finding and other files keep to the data.`,
  failed: (reason: string) => `This cannot be counted: ${reason}`,
};

/** The words of the table. */
export const TABLE = {
  label: 'Results table',
  enlarged: 'enlarged',
  enlargedHint: 'Larger than the model’s own dimension: no information is added',
  pending: (rows: number) => `${counted(rows, 'cell')} to come`,
  filter: 'Cells with',
  filterExample: 'int4 512',
  none: 'No cell is like that.',
  columns: (shown: number, all: number) => `Columns: ${shown} of ${all}`,
  usual: 'The usual ones',
  differences: 'Differences only',
  copy: 'Copy as',
  copied: (format: string) => `Copied as ${format}.`,
  notCopied: 'The browser did not allow copying.',
  csv: 'Save as CSV',
  csvName: 'results_in_view.csv',
};
