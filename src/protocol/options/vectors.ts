import * as v from 'valibot';
import { parseArrays } from '../array-roles';
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

/** What the arrays of files of vectors are; empty where that is guessed. */
export const VECTOR_OPTIONS = { arrays };
