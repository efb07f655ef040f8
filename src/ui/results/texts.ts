import { count, counted } from '../../report/formats/format';
import { listChanges, type DifferingChoice } from '../../state/history/differing-choices';
import type { Verdict } from '../../sweep/self-test/self-test';

/** The words of the results, apart from columns, findings and number formats, which stand in src/report. */

export const WELCOME = {
  heading: 'Which embedding size, which precision, how large a pool?',
  about:
    'This page embeds captions and pictures with a dual encoder in your browser, then measures text→image and ' +
    'image→text retrieval for every combination of dimension, precision and candidate pool size. Nothing is uploaded.',
  press: 'Press',
  runDemo: 'Run the demo',
  start:
    'for drawn scenes and a tiny model (not CLIP), choose COCO, or drop your own captions file and pictures ' +
    'anywhere on this page. Results that were saved before (experiment_results.json) can be dropped too.',
};

export const EXAMPLE = {
  mark: 'Example',
  about: (date: string) =>
    `The demo as it was measured on ${date} on another machine. Press Run the demo and your browser measures it again, or choose COCO, a data set of the hub, or drop your own captions, pictures or vectors anywhere on this page. Nothing is uploaded.`,
};

export const RUN_VIEWS = {
  label: 'Views',
  heading: 'Results and other views of runs',
  tabs: { results: 'Results', explorer: 'Explorer', compare: 'Compare', history: 'History' },
};

/** Said of the results of an earlier run while a later one has none, by what became of that one. */
export const EARLIER = {
  running: 'Results of the earlier run, until the first cell of this one.',
  ended: 'Results of the earlier run: the last one ended without any.',
};

export const CHANGED = {
  since: (differing: readonly DifferingChoice[]) =>
    `The choices have changed since this run: ${listChanges(differing)}.`,
  takeBack: 'Take back those of the run',
};

export const LINK = {
  toCompare:
    'The link carries the numbers of the run that it was made from. Press Run, and this page says whether yours are the same.',
  otherChoices: 'These are no longer the choices of the link, so its numbers are not compared.',
  same: (cells: number, k: number) =>
    `Same numbers as in the link: Recall@${k} in ${counted(cells, 'cell')}, and every other figure.`,
  differs: 'Not the same numbers as in the link.',
};

export const VIEW = {
  direction: 'Direction',
  both: 'both',
  bothDirections: 'the mean of both directions',
  recall: 'Recall',
  recallAt: (k: number) => `R@${k}`,
  pools: 'Pools of',
  measure: 'Measure of charts',
  axis: 'Axis',
  cutAxis: 'cut to the data',
  wholeAxis: '0–1',
};

export const DOWNLOADS = {
  heading: 'Download',
  opened: 'The file that was opened holds these results.',
  failed: (file: string, reason: string) => `Could not write ${file}: ${reason}`,
};

export const LEFT_OUT = {
  label: 'Left out',
  heading: (items: number) => `${count(items)} left out of this run`,
  retry: 'Retry',
  retryWhy: (pictures: number) =>
    `reads ${pictures === 1 ? 'this picture' : `these ${count(pictures)} pictures`} again, and no other`,
  retried: (asked: number, recovered: number) =>
    `${count(recovered)} of ${counted(asked, 'left-out picture')} recovered.`,
  kinds: { image: 'pictures', caption: 'captions' },
  reason: (items: number, kind: string, reason: string) => `${count(items)} ${kind}: ${reason}`,
  more: (items: number) => ` … and ${count(items)} more, all in experiment_results.json`,
};

export const SELF_TEST = {
  label: 'Self-test',
  heading: 'Self-test',
  passed: 'Self-test: passed',
  failed: 'Self-test: failed',
  failure: 'This build fails its self-test, so no results are shown. The failed checks are listed below.',
  why:
    'Before each run, inputs whose correct metrics are known go through the code that computes the results, at the ' +
    'precisions of the run. If any of them comes out wrong, no results are shown.',
  run: 'Run the self-test',
  running: 'Running the self-test …',
  /** Each case: what goes in → the value that must come out. */
  cases: {
    shuffled: 'shuffled ground truth → chance',
    constant: 'constant vectors → chance',
    oracle: 'oracle vectors → 1',
  } satisfies Record<Verdict['arm'], string>,
  checks: (checks: number) => counted(checks, 'check'),
  failedChecks: (failed: number, checks: number) => `${failed} of ${counted(checks, 'check')} failed`,
  markPassed: 'Passed:',
  markFailed: 'Failed:',
};
