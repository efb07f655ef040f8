import * as v from 'valibot';
import { parseArrays } from '../array-roles';
import type { SidesChoice } from '../side-names';
import { select } from './kinds';
import type { Option } from './option';

const arrays: Option<string> = {
  label: 'Arrays of the file',
  why: 'What the arrays are, where their names do not say it: text=…,image=…,truth=…,text_ids=…,image_ids=…; truth=rows: row i belongs to row i.',
  default: '',
  link: 'arrays',
  flag: {
    name: 'arrays',
    help: 'with --data_path: what arrays are, where their names do not say it: text, image, truth (or truth=rows), text_ids, image_ids',
    argument: '<role=name...>',
  },
  isUsed: ({ data }) => data === 'npz',
  schema: v.pipe(
    v.string('not text'),
    v.check(
      (text) => parseArrays(text) !== undefined,
      ({ input }) => `“${input}” is not of the form text=name,image=name,truth=name`,
    ),
  ),
  control: { kind: 'text' },
  write: (text) => text,
  parse: (text) =>
    text
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .join(','),
};

const sides = select<SidesChoice>({
  label: 'What searches what',
  why: 'What the two sides of the vectors hold. Both directions are measured; tables, charts and files use these words.',
  default: 'auto',
  values: {
    auto: { label: 'as the names of the arrays say' },
    'text-image': { label: 'texts search images' },
    'text-text': { label: 'texts search texts' },
    'image-image': { label: 'images search images' },
    'image-text': { label: 'images search texts' },
  },
  link: 'sides',
  flag: { name: 'sides', help: 'with --data_path: what the two sides of the vectors hold' },
  isUsed: ({ data }) => data === 'npz',
});

/** What the arrays of files of vectors are, empty where that is guessed, and what their two sides hold. */
export const VECTOR_OPTIONS = { arrays, sides };
