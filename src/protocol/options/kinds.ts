import * as v from 'valibot';
import type { About, Option, Value } from './option';

/** The kinds of options: each makes a whole option of an entry. */

const quoted = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));

type Values<T extends string> = Readonly<Record<T, Value>>;

const oneOf = <T extends string>(values: Values<T>) => {
  const names = Object.keys(values) as T[];
  return v.picklist(names, ({ input }) => `${quoted(input)} is not one of ${names.join(', ')}`);
};

const rangeOf = (from: number, to: number): string =>
  `from ${from.toLocaleString('en')} to ${to.toLocaleString('en')}`;

const wholeNumber = (from: number, to: number) => {
  // Put into words when needed: the first number that is formatted takes the browser milliseconds.
  const message = ({ input }: { input: unknown }) =>
    `${quoted(input)} is not a whole number ${rangeOf(from, to)}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(from, message), v.maxValue(to, message));
};

const listOf = <T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, readonly T[]> =>
  v.pipe(
    v.array(item, 'not a list'),
    v.minLength(1, 'the list is empty; give at least one value'),
    v.check(
      (values) => new Set(values).size === values.length,
      ({ input }) => `${String(input.find((value, i) => input.indexOf(value) < i))} is given twice`,
    ),
  );

const asNumber = (text: string): unknown => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : text);
const asList = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');

/** Values that are called by their names. */
export const named = <T extends string>(names: readonly T[]): Values<T> =>
  Object.fromEntries(names.map((name): [T, Value] => [name, { label: name }])) as Record<T, Value>;

/** One of a few values. */
export const select = <T extends string>(entry: About<T> & { readonly values: Values<T> }): Option<T> => ({
  ...entry,
  schema: oneOf(entry.values),
  control: { kind: 'select', values: entry.values },
  write: (value) => value,
  parse: (text) => text,
});

/** Several of a few values, in the order in which they are chosen. */
export const checks = <T extends string>(
  entry: About<readonly T[]> & { readonly values: Values<T> },
): Option<readonly T[]> => ({
  ...entry,
  schema: listOf(oneOf(entry.values)),
  control: { kind: 'checks', values: entry.values },
  write: (values) => values.join(','),
  parse: asList,
});

/** On or off. */
export const onOff = (
  entry: About<boolean> & { readonly on: string; readonly off: string },
): Option<boolean> => ({
  ...entry,
  schema: v.boolean(({ input }) => `${quoted(input)} is neither on nor off`),
  control: { kind: 'switch', on: entry.on, off: entry.off },
  write: (value) => (value ? 'on' : 'off'),
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : text),
});

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A whole number. */
export const number = (entry: About<number> & Bounds): Option<number> => ({
  ...entry,
  schema: wholeNumber(entry.min, entry.max),
  control: { kind: 'number' },
  write: String,
  parse: asNumber,
});

/** A whole number, or null for all. */
export const numberOrAll = (entry: About<number | null> & Bounds): Option<number | null> => ({
  ...entry,
  schema: v.nullable(wholeNumber(entry.min, entry.max)),
  control: { kind: 'number or all' },
  write: (value) => (value === null ? 'all' : String(value)),
  parse: (text) => (text === 'all' || text.trim() === '' ? null : asNumber(text)),
});

/** Different whole numbers, at least one, in any order. */
export const numbers = (entry: About<readonly number[]> & Bounds): Option<readonly number[]> => ({
  ...entry,
  schema: listOf(wholeNumber(entry.min, entry.max)),
  control: { kind: 'list' },
  write: (values) => values.join(','),
  parse: (text) => asList(text).map(asNumber),
});

/** Different whole numbers or the word `all`, at least one, in any order. */
export const numbersOrAll = (
  entry: About<readonly (number | 'all')[]> & Bounds & { readonly all: string },
): Option<readonly (number | 'all')[]> => ({
  ...entry,
  schema: listOf(
    v.union(
      [v.literal('all'), wholeNumber(entry.min, entry.max)],
      ({ input }) => `${quoted(input)} is neither a whole number ${rangeOf(entry.min, entry.max)} nor “all”`,
    ),
  ),
  control: { kind: 'list or all', all: entry.all },
  write: (values) => values.join(','),
  parse: (text) => asList(text).map((part) => (part === 'all' ? part : asNumber(part))),
});

/** Any short text. */
export const text = (entry: About<string>): Option<string> => ({
  ...entry,
  schema: v.pipe(
    v.string('not text'),
    v.maxLength(200, ({ input }) => `“${input.slice(0, 40)}…” is longer than 200 characters`),
  ),
  control: { kind: 'text' },
  write: (value) => value,
  parse: (typed) => typed.trim(),
});

/**
 * An http or https address, a path beside the page, or empty. Any other scheme is refused, also where a browser would find it
 * only after it has dropped control characters and leading spaces, as URLs are read.
 */
const isAddress = (text: string): boolean => {
  if (/^\s|\p{Cc}/u.test(text)) return false;
  const scheme = /^[a-z][a-z\d+.-]*:/i.test(text);
  return !scheme || /^https?:\/\/[^/?#\\\s]/i.test(text);
};

/** The addresses of a text that holds one or several, with white space between them. */
export const addressesOf = (text: string): string[] => text.split(/\s+/).filter((part) => part !== '');

/** Addresses as `address` takes them, with white space between them. */
export const addresses = (entry: About<string>): Option<string> => {
  const one = address(entry);
  return {
    ...one,
    schema: v.pipe(
      one.schema,
      v.check(
        (text) => addressesOf(text).every(isAddress),
        ({ input }) => `${quoted(input)} is not a list of http or https addresses`,
      ),
    ),
  };
};

export const address = (entry: About<string>): Option<string> => ({
  ...entry,
  schema: v.pipe(
    v.string('not text'),
    v.check(isAddress, ({ input }) => `${quoted(input)} is not an http or https address`),
  ),
  control: { kind: 'text' },
  write: (value) => value,
  parse: (text) => text.trim(),
});
