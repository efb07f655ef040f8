import type { RunRecord } from '../../protocol/run-record';
import { count, counted, countedAs, minute, percent, share } from '../../report/formats/format';
import { NEAR_IDENTICAL } from '../../explore/also-right';
import type { WidenedResults } from '../../explore/near-identical';
import { listDifferences, type DifferingChoice } from '../../state/history/differing-choices';
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
  running: 'Results of the earlier run, until the first row of this one.',
  ended: 'Results of the earlier run: the last one ended without any.',
};

export const CHANGED = {
  since: (differing: readonly DifferingChoice[]) =>
    `The choices have changed since this run: ${listDifferences(differing)}.`,
  takeBack: 'Take back those of the run',
};

/** The words of what the table counts as right. */
export const JUDGED = {
  label: 'Counts as right',
  choices: { given: 'what the data says', perhaps: 'near-identical ones too' },
  counting: (done: number) =>
    `Comparing every item with every other of its side, then measuring again: ${percent(done)}.`,
  counted: ({ given, added }: WidenedResults) =>
    `${counted(added, 'pair')} more than the ${count(given)} of the data: items near-identical to a right one, and items right for a near-identical query ` +
    `(cosine from ${share(NEAR_IDENTICAL)}). The charts, the finding and other files keep to the data.`,
  failed: (reason: string) => `This cannot be counted: ${reason}`,
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

/** The words of the cell that all others are compared with. */
export const BASELINE_TEXT = {
  label: 'Compared with',
  own: 'fp32, untouched',
  none: 'nothing',
  pin: (cell: string) => `Compare with ${cell}`,
  paired: (cell: string) =>
    `Differences are from ${cell}, query by query in the same pools; ± is half of a 95 % interval (1.96 standard errors, clustered by image).`,
  plain: (cell: string) =>
    `Differences are from ${cell}. What became of single queries is not known of these results, so that they have no intervals.`,
};

export const TABLE = {
  label: 'Results table',
  enlarged: 'enlarged',
  enlargedHint: 'Larger than the model’s own dimension: no information is added',
  pending: (rows: number) => `${counted(rows, 'cell')} to come`,
  filter: 'Rows with',
  filterExample: 'int4 512',
  none: 'No row is like that.',
  columns: (shown: number, all: number) => `Columns: ${shown} of ${all}`,
  usual: 'The usual ones',
  differences: 'Differences only',
  copy: 'Copy as',
  copied: (format: string) => `Copied as ${format}.`,
  notCopied: 'The browser did not allow copying.',
  csv: 'Save as CSV',
  csvName: 'results_in_view.csv',
};

type Engine = NonNullable<RunRecord['engine']>;

export const FACTS = {
  items: ({ texts, images, sides }: RunRecord['data']) =>
    sides
      ? `${countedAs(texts, sides.text)} × ${countedAs(images, sides.image)}`
      : `${counted(texts, 'caption')} × ${counted(images, 'picture')}`,
  skipped: (captions: number) => `${counted(captions, 'caption')} skipped (picture not given)`,
  trimmed: (captions: number) => `${counted(captions, 'caption')} trimmed`,
  furtherPairs: ({ of, pairs }: NonNullable<RunRecord['data']['furtherPairs']>) =>
    `and ${counted(pairs, 'further right pair')} of ${of}`,
  pairing: (pairing: string) => `pairing ${pairing}`,
  device: ({ name, adapter, threads }: RunRecord['device']) =>
    `${name}${adapter ? ` (${adapter})` : ''}${threads > 1 ? `, ${threads} threads` : ''}`,
  engine: ({ workers, kernels, gpu }: Engine) =>
    `evaluated by ${counted(workers, 'worker')}, ${kernels}${gpu === null ? '' : `, GPU ${gpu}`}`,
  pools: (pools: string) => `pools ${pools}`,
  restored: 'read back from this browser',
  opened: ({ file, origin, measured }: NonNullable<RunRecord['opened']>) =>
    [
      `opened from ${file}`,
      origin === 'reference' ? 'results of the reference' : 'results of this page',
      measured && `measured ${minute(measured)}`,
    ]
      .filter(Boolean)
      .join(', '),
};

export const CONFORMANCE = {
  notCompared: (reason: string) => `Vectors not compared with WebAssembly: ${reason}`,
  cosine: (lowest: number, inputs: number) =>
    `Lowest cosine similarity to WebAssembly’s vectors over ${inputs} fixed inputs: ${lowest.toFixed(5)}`,
  samePixels: 'a test JPEG decodes to the same pixels as in Pillow',
  runOnWasm: 'Run on WebAssembly',
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
