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

export const ARRAYS = {
  roles: {
    text: 'Vectors of the queries',
    image: 'Vectors of what they search',
    truth: 'Which belong together',
    text_ids: 'Ids of the queries',
    image_ids: 'Ids of what they search',
  },
  vectors: 'vectors',
  beside: 'judgements or texts',
  guess: 'by name, shape and type',
  guessed: (array: string) => `${array} (guessed)`,
  choose: 'not known: choose',
  none: 'none',
  rowByRow: 'row i belongs to row i',
};

export const SOURCES = {
  check: 'Check the sources',
  checking: 'Asking the hosts …',
  label: 'Sources of COCO val2017',
};

export const HUB = {
  preset: 'Known data sets',
  other: 'another, by name',
  look: 'Look at its first rows',
  asking: 'Asking the hub …',
};

export const RECORDS = {
  image: 'Column of the pictures',
  caption: 'Column of the captions',
  label: (rows: number) => `The first ${counted(rows, 'record')}`,
  guessed: (column: string) => `${column} (guessed)`,
  choose: 'not known: choose',
};

export const INSPECTION = {
  label: 'What the files were taken for',
  reading: 'Looking at the files …',
  files: 'Picture files',
  more: (number: number) => `${count(number)} more`,
  unread: 'cannot be used yet',
  captionsOf: (format: string, captions: number, pictures: number) =>
    `${format}: ${counted(captions, 'caption')} of ${counted(pictures, 'picture')}`,
  picturesOf: (pictures: number, matched: number | null) =>
    matched === null
      ? counted(pictures, 'picture')
      : `${counted(pictures, 'picture')}, of which ${count(matched)} with captions`,
  remove: 'Remove',
  removeOf: (what: string) => `Remove ${what}`,
  perPicture: 'Captions per picture',
  spread: (min: number, median: number, max: number) =>
    min === max ? count(min) : `${count(min)} to ${count(max)}, median ${count(median)}`,
  missing: 'Pictures that the captions name and that are not there',
  unnamed: 'Pictures without a caption',
  sameName: 'Names that several pictures have (none is used)',
  duplicates: 'Captions that repeat an earlier one',
  tooLong: (context: number) =>
    `Captions longer than the ${context} tokens that are read (estimated from words)`,
  empty: 'Empty or unreadable captions',
  count: (number: number) => count(number),
  examples: (examples: readonly string[], total: number) =>
    examples.slice(0, 3).join(' · ') + (total > 3 ? ' …' : ''),
  split: 'Split',
  splitOf: (name: string, pictures: number) => `${name}: ${counted(pictures, 'picture')}`,
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

export const PROTOCOL = { heading: 'Protocol', more: 'More options' };

export const OPTION = { all: 'All', allPlaceholder: 'all' };

export const RUN = {
  label: 'Run',
  run: 'Run',
  runDemo: 'Run the demo',
  cancel: 'Cancel',
  retry: 'Retry',
  changeFirst: 'The same run would fail again: change the data or the choices first.',
  forecast: ({ dims, spaces, precisions, pools, rows, leftOut }: Forecast) =>
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
    (rows === null ? '' : ` = ${counted(rows, 'row')}`) +
    (leftOut.length === 0 ? '' : `. ${leftOut.join(' ')}`),
  cancelled: 'Cancelled. Finished rows and embeddings are kept: the next run does not embed them again.',
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
  doneIn: (seconds: number) => `Done in ${duration(seconds)}`,
  stoppedAfter: (seconds: number) => `Ended after ${duration(seconds)}`,
  of: (done: string, total: string) => `${done} of ${total}`,
  perSecond: (amount: string) => `${amount}/s`,
  left: (seconds: number) => `${duration(seconds)} left`,
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

export const STORAGE = {
  heading: 'Stored on this device',
  unreadable: (reason: string) => `Cannot read what is stored on this device: ${reason}`,
  failed: (reason: string) => `That failed: ${reason}`,
  trouble: (reason: string) => `Stored embeddings cannot be read. ${reason}`,
  unreadableSummary: 'cannot be read',
  notLasting:
    'This browser window stores no files (a private window, or storage is off or full): models are downloaded again at every visit.',
  nothing: 'nothing yet',
  summary: (models: number, size: number, embeddings: number) =>
    `${counted(models, 'model')}, ${bytes(size)} · ${counted(embeddings, 'embedding')}`,
  noEmbeddings: 'No embeddings',
  embeddings: (number: number) => counted(number, 'embedding'),
  embeddingsWhy: ' of pictures and captions: nothing is embedded twice.',
  thumbnails: (number: number) =>
    `. Beside them ${number === 1 ? 'is one small picture' : `are ${count(number)} small pictures`} to show with results`,
  inMemory: (number: number) =>
    `${counted(number, 'embedding')} ${number === 1 ? 'is' : 'are'} kept only until this page is closed.`,
  usage: (used: number, quota: number) =>
    `This page uses ${bytes(used)} of the ${bytes(quota)} that the browser allows it.`,
  persistent: 'The browser keeps it until you delete it.',
  evictable: 'The browser may delete it when space runs short.',
  askToKeep: 'Ask to keep',
  files: (number: number) => counted(number, 'file'),
  incomplete: (files: number) => `${counted(files, 'file')} incomplete`,
  partial: (there: number, total: number | null) =>
    total === null ? `${bytes(there)} so far` : `${bytes(there)} of ${bytes(total)}`,
  remove: 'Delete',
  removeAll: 'Delete all',
  removeEmbeddings: {
    about: 'embeddings',
    question: (number: number) =>
      `Delete ${counted(number, 'embedding')}? The next run computes those it needs again.`,
    yes: 'Delete embeddings',
  },
  removeEverything: {
    about: 'models and embeddings',
    question: (size: number) =>
      `Delete all models (${bytes(size)}) and embeddings? They have to be downloaded and computed again.`,
    yes: 'Delete all',
  },
  removeModel: {
    question: (model: string, size: number) =>
      `Delete ${model} (${bytes(size)})? It has to be downloaded again before it can be used.`,
    yes: 'Delete model',
  },
  removeFile: {
    question: (file: string, model: string, size: number) => `Delete ${file} of ${model} (${bytes(size)})?`,
    yes: 'Delete file',
  },
};

export const KEPT_RUNS = {
  runs: (number: number) => counted(number, 'run'),
  why: ' in the history, with results and the rank of each query.',
  remove: 'Delete',
  about: 'the runs of the history',
  question: (number: number) => `Delete ${counted(number, 'run')} of the history, starred ones too?`,
  yes: 'Delete runs',
};

export const KEPT = {
  files: (number: number) => `Your ${number === 1 ? 'file' : `${count(number)} files`}`,
  copied: (number: number, size: number) =>
    `${count(number)} copied into this browser (${bytes(size)}), so that a reload does not lose ${number === 1 ? 'it' : 'them'}; the copy stays on this device.`,
  named: (number: number, size: number) =>
    `${count(number)} known by name, size and hash (${bytes(size)} are not copied).`,
  remove: 'Delete',
  about: 'your files',
  question: (number: number, size: number) =>
    `Delete the ${counted(number, 'copy')} (${bytes(size)})? Your own files stay where they are; this page asks for them again.`.replace(
      'copys',
      'copies',
    ),
  yes: 'Delete copies',
};
