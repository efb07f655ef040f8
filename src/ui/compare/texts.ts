import { count, counted, countedAs, second } from '../../report/formats/format';
import { listDifferences, type DifferingChoice } from '../../state/history/differing-choices';
import type { KeptEntry } from '../../state/history/kept-entry';

const DIFFERENCE =
  'The difference is B − A, query by query, in points; ± is half its 95 % interval (1.96 standard errors, clustered by ' +
  'image), and ○ stands where it includes 0.';

/** The words of comparing two runs. */

export const COMPARE = {
  label: 'Compare two runs',
  few: 'Two kept runs are needed to compare. Every run that gives results is kept: run another model, other data or other choices.',
  a: 'Run A',
  b: 'Run B',
  run: ({ name, id, texts, images, sides }: KeptEntry) =>
    [
      second(id),
      name,
      sides
        ? `${countedAs(texts, sides.text)} × ${countedAs(images, sides.image)}`
        : `${count(texts)} × ${count(images)}`,
    ].join(' · '),
  /** The names of two runs, with when they began where they have the same. */
  names: (a: KeptEntry, b: KeptEntry) => {
    const name = (entry: KeptEntry) =>
      a.name === b.name ? `${entry.name}, ${second(entry.id)}` : entry.name;
    return [name(a), name(b)] as const;
  },
  mark: (letter: string, name: string) => `${letter}: ${name}`,
  chart: (title: string, direction: string) => `${title}, ${direction}`,
  difference: (k: number, where: string) => `B − A in Recall@${k}: ${where}`,
  differenceAxis: (k: number) => `points of Recall@${k}, B − A`,
  direction: 'Direction',
  recall: 'Recall',
  recallAt: (k: number) => `R@${k}`,
  differ: (differing: readonly DifferingChoice[]) =>
    differing.length === 0
      ? 'Both were run with the same choices.'
      : `They differ in: ${listDifferences(differing)}.`,
  differUnknown:
    'A file of results does not say all that was chosen, so the choices of these two cannot be compared.',
  spaces: (a: string, b: string) => (a === b ? a : `${a} / ${b}`),
  reading: 'Reading both runs…',
  gone: 'One of these runs can no longer be read: it is damaged, or was deleted in another tab.',
  paired: `Both runs asked the same queries of the same items. ${DIFFERENCE}`,
  byPlace:
    'The rows of these vectors have no names, so their queries were paired by place: the difference is right only where both ' +
    'files hold the same items in the same order.',
  pairedByPlace: DIFFERENCE,
  unpaired:
    'These runs did not ask the same queries of the same items, or only in sampled pools: the differences are of two separate ' +
    'measurements and have no interval.',
  opened:
    'Results from a file have no ranks of single queries: the differences are of two separate measurements and have no interval.',
  noCells:
    'These runs have no cell in common: no dimension, projection, precision and pool that both measured. The charts show the cells of each.',
  pools: 'Pools of',
  noKs: 'These runs have no K of Recall@K in common.',
  cells: (common: number, a: number, b: number) =>
    `${counted(common, 'cell')} in common; A has ${count(a)}, B has ${count(b)}.`,
  columns: {
    dim: 'Dimension',
    precision: 'Precision',
    pool: 'Pool',
    a: 'A',
    b: 'B',
    difference: 'B − A, points',
  },
  table: 'Cells of both runs',
};
