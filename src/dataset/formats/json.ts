import { InputError, messageOf } from '../../lib/errors';

const AT_POSITION = /position (\d+)/;

/**
 * JSON text as a value; `what` names it in the error ("captions.json", "line 7 of pairs.jsonl").
 * @throws InputError with line and column where the engine tells the position
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = AT_POSITION.exec(messageOf(error));
    const where = position === null ? '' : ` at ${lineAndColumn(text, Number(position[1]))}`;
    throw new InputError(`${what} is not valid JSON${where}: ${messageOf(error)}`, error);
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${before[before.length - 1].length + 1}`;
}

/** A JSON object, not an array and not null. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, for a message: `"list"`, `null`, `a list`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
