import { count, counted } from '../../../report/formats/format';

/** The words of what is shown of a source of data. */

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
