import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import { bytes, count, counted, countedAs, percent } from '../../report/formats/format';
import type { KeptEntry } from '../../state/history/kept-entry';
import { bytesOfAll, MAX_BYTES, MAX_UNSTARRED } from '../../state/history/limit';

/** The words of the history. */

export const HISTORY = {
  label: 'Kept runs',
  about:
    `Every run that gave results is kept in this browser, with the rank of each query. The newest ${MAX_UNSTARRED} are kept, up to ` +
    `${bytes(MAX_BYTES)} of them together, and all that have a star.`,
  size: (entries: readonly KeptEntry[]) =>
    `Now ${counted(entries.length, 'run')}, ${bytes(bytesOfAll(entries))}.`,
  none: 'No run is kept yet.',
  running: 'A kept run can be opened once the current run has ended.',
  name: 'Name of the run',
  onScreen: 'on screen',
  opened: 'from a file',
  openedFrom: ({ file, origin }: NonNullable<KeptEntry['opened']>) =>
    `${origin === 'reference' ? 'results of the reference' : 'results of this page'} from ${file}`,
  openFile: 'Open a results file',
  openFileWhy:
    'experiment_results.json or detailed_results.csv, of this page or of the reference. It can also be dropped anywhere on the page.',
  unfinished: { done: '', cancelled: 'stopped early', failed: 'failed on the way' } satisfies Record<
    KeptEntry['status'],
    string
  >,
  items: ({ texts, images, sides }: KeptEntry) =>
    sides
      ? `${countedAs(texts, sides.text)} × ${countedAs(images, sides.image)}`
      : `${counted(texts, 'caption')} × ${counted(images, 'picture')}`,
  cells: (cells: number) => counted(cells, 'cell'),
  best: ({ best: { k, recall, dim, precision, candidates }, sides = TEXT_AND_IMAGE }: KeptEntry) =>
    `best Recall@${k} ${percent(recall)} (${directionName(sides, 'textToImage')}, ${dim} · ${precision}, among ${count(candidates)})`,
  open: 'Open',
  star: 'Keep always',
  takeChoices: 'Use its choices',
  remove: 'Delete',
  question: (name: string) => `Delete the run “${name}” with its results?`,
  yes: 'Delete run',
};
