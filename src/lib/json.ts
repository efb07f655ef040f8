import { InputError, messageOf } from './errors';

/** A JSON object: not an array, not null. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is a whole number of at least `least`. */
export function wholeNumber(value: unknown, least: number): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : undefined;
}

/**
 * Parses JSON text.
 * @param what names the text in messages: "captions.json", "pairs.jsonl, line 7"
 * @throws InputError with line and column where the engine reports the position
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(messageOf(error));
    const where = position === null ? '' : ` at ${lineAndColumn(text, Number(position[1]))}`;
    throw new InputError(`${what} is not valid JSON${where}: ${messageOf(error)}`, error);
  }
}

/** Parses JSON text that must be an object; throws an InputError that names the file. */
export function parseObject(text: string, file: string): JsonObject {
  const json = parseJson(text, file);
  if (!isObject(json)) throw new InputError(`${file} must be a JSON object, but is ${describeJson(json)}.`);
  return json;
}

/** A JSON value as messages show it: `"list"`, `null`, `a list`, `missing` where there is none. */
export function describeJson(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}
