import * as v from 'valibot';
import { MOST_CELLS, type Figures } from '../../report/figures/figures-of-link';

/** The figures that a link carries, as its parameters, and back. */

const PREFIX = 'was.';
/** Of a number in steps: three bytes as four characters. */
const CHARACTERS = 4;

const digits = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const words = v.pipe(v.string(), v.regex(/^[^\p{Cc}]{1,100}$/u));
const whole = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number), v.maxValue(most));
const checksum = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}$/),
  v.transform((text) => parseInt(text, 16)),
);
const recalls = v.pipe(
  v.string(),
  v.regex(/^(?:[A-Za-z0-9_-]{8}){1,120}$/),
  v.transform((text) => text.match(/.{4}/g)!.map(numberOf)),
);

const schema = v.pipe(
  v.strictObject({
    data: v.exactOptional(digits),
    vectors: v.exactOptional(digits),
    model: v.exactOptional(words),
    device: words,
    version: words,
    k: whole(1e7),
    cells: whole(1e5),
    layout: checksum,
    recalls,
    digest: checksum,
  }),
  v.check(({ cells, recalls }) => recalls.length === 2 * Math.min(cells, MOST_CELLS)),
);

/** Whether a parameter of a link belongs to its figures. */
export const isOfFigures = (key: string): boolean => key.startsWith(PREFIX);

export function writeFigures(figures: Figures): [string, string][] {
  const { data, vectors, model, device, version, k, cells, layout, recalls, digest } = figures;
  const written = {
    data,
    vectors,
    model,
    device,
    version,
    k: String(k),
    cells: String(cells),
    layout: hex(layout),
    recalls: recalls.map(textOf).join(''),
    digest: hex(digest),
  };
  return Object.entries(written).flatMap(([name, text]) => (text === null ? [] : [[PREFIX + name, text]]));
}

/** The figures among a link's parameters; null where they are not whole or not what this page writes. */
export function readFigures(parameters: readonly (readonly [string, string])[]): Figures | null {
  const own = parameters.filter(([key]) => isOfFigures(key));
  const { success, output } = v.safeParse(
    schema,
    Object.fromEntries(own.map(([key, text]) => [key.slice(PREFIX.length), text])),
  );
  return success ? { data: null, vectors: null, model: null, ...output } : null;
}

const hex = (checksum: number): string => checksum.toString(16).padStart(8, '0');

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function textOf(steps: number): string {
  const places = Array.from({ length: CHARACTERS }, (_, i) => (steps >>> (6 * (CHARACTERS - 1 - i))) & 63);
  return places.map((place) => ALPHABET[place]).join('');
}

const numberOf = (text: string): number =>
  [...text].reduce((sum, character) => 64 * sum + ALPHABET.indexOf(character), 0);
