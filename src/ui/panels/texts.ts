import { bytes, count, counted, duration } from '../../report/formats/format';
import type { HostWait } from '../../net/waits';
import type { StageName } from '../../run/progress';
import type { Forecast } from '../../sweep/plan/fit/forecast';

/** The words of the panels, apart from the labels and hints of options, which stand with the options in src/protocol. */

export const DATA = { heading: 'Data' };

export const FILES = {
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  hint: 'Or drop them anywhere on this page: a captions file with its pictures, their folder, a zip or a tar; or pictures with a .txt beside each; or vectors, with qrels, corpus.jsonl and queries.jsonl.',
  pictures: (number: number) => counted(number, 'picture'),
  tars: (number: number) => counted(number, 'tar'),
  texts: (number: number) => counted(number, 'text'),
  modelFiles: (number: number) => counted(number, 'model file'),
};

export const ASKED = {
  sentence: (paths: readonly string[], size: number) =>
    `Your last visit used ${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${count(paths.length - 3)} more` : ''} (${bytes(size)}), ` +
    'which this browser holds no copy of. Drop or choose the same files again; they are compared with those.',
  allow: 'Let this page read them',
  forget: 'Use other files',
};

export const MODEL = {
  heading: 'Model',
  automatic: (label: string, dtype: string) => `${label}: ${dtype}`,
  notOffered: (label: string) => `${label} (not offered)`,
  download: 'Download',
  dimensions: 'Vectors',
  dimensionsOf: (number: number) => `${count(number)} dimensions`,
  memory: 'Memory',
  memoryOf: (size: number) => `about ${bytes(size)}`,
  license: 'Licence',
  licenseUnknown: 'not known: see the model’s page',
  revision: 'Revision',
  pinned: (revision: string) => `${revision.slice(0, 8)}, pinned`,
  builtInRevision: 'comes with this page',
  notPinned: 'not pinned: identified by the SHA-256 of its files',
  builtIn: 'none: part of this page',
  dropped: 'none: your files stay in this browser',
  stored: 'none: stored on this device',
  askHost: 'Ask the host',
  asking: 'asking the host …',
  unknownSize: (files: number) => `${counted(files, 'file')} of unknown size`,
  alreadyStored: (size: number) => `${bytes(size)} already stored`,
};

export const PROTOCOL = { heading: 'Protocol' };

export const OPTION = {
  more: 'More options',
  all: 'All',
  allPlaceholder: 'all',
  changed: 'changed',
  before: (value: string) => `In the run shown: ${value || 'empty'}.`,
};

export const RUN = {
  label: 'Run',
  run: 'Run',
  runDemo: 'Run the demo',
  cancel: 'Cancel',
  retry: 'Retry',
  changeFirst: 'The same run would fail again: change the data or the choices first.',
  forecast: ({ dims, spaces, precisions, pools, rows, leftOut }: Forecast, said: readonly string[]) =>
    [
      counted(dims, 'dimension') +
        (spaces === null
          ? ' by their projections'
          : spaces > dims
            ? ` (${count(spaces)} with their projections)`
            : ''),
      counted(precisions, 'precision'),
      counted(pools, 'pool'),
    ].join(' × ') +
    [
      rows === null ? '' : ` = ${counted(rows, 'cell')}`.replaceAll(' ', '\u00a0'),
      ...leftOut.filter((one) => !said.includes(one)),
    ].join('. '),
  takes: (seconds: number, isOwn: boolean) =>
    isOwn
      ? `About ${duration(seconds)}, less if its embeddings are stored.`
      : `About ${duration(seconds)} on a computer with two cores.`,
  cancelled: 'Cancelled. Finished cells and embeddings are kept: the next run does not embed them again.',
};

export const PROGRESS = {
  label: 'Progress',
  stages: {
    captions: 'Read captions',
    model: 'Load the model',
    encoder: 'Start and check the encoder',
    images: 'Embed pictures',
    texts: 'Embed captions',
    sweep: 'Sweep',
  } satisfies Record<StageName, string>,
  before: (stages: number) => `${counted(stages, 'stage')} before it`,
  doneIn: (seconds: number) => `Done in ${duration(seconds)}`,
  stoppedAfter: (seconds: number) => `Ended after ${duration(seconds)}`,
  of: (done: string, total: string) => `${done} of ${total}`,
  perSecond: (amount: string) => `${amount}/s`,
  left: (seconds: number) => `${duration(seconds)} left`,
  leftInAll: (seconds: number) => `about ${duration(seconds)} left in all`,
};

/** What is waited for. Arguments: the host, seconds to go, seconds so far, seconds after which it is given up. */
export const WAITING = {
  asked: (host: string, left: number) =>
    `${host} is busy and asks to wait: trying again in ${seconds(left)}.`,
  busy: (host: string, left: number) =>
    `${host} is busy and does not say for how long: trying again in ${seconds(left)}.`,
  silent: (host: string, _left: number, past: number, limit: number) =>
    `${host} has sent nothing for ${seconds(past)}: the connection is given up after ${seconds(limit)}.`,
  failed: (host: string, left: number) =>
    `${host} gave no complete answer: trying again in ${seconds(left)}.`,
} satisfies Record<HostWait['reason'], (host: string, left: number, past: number, limit: number) => string>;

const seconds = (time: number): string => (time < 10 ? `${time} s` : duration(time));
