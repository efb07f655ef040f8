import { InputError } from '../../lib/errors';
import { describeJson, type JsonObject } from '../../lib/json';

/** One row of a results file: its columns by name, and what messages call it. */
export class Fields {
  private readonly columns: JsonObject;
  private readonly where: string;

  /** @param where the file and the row, as messages begin: "results.json, row 3" */
  constructor(columns: JsonObject, where: string) {
    this.columns = columns;
    this.where = where;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.columns, name);
  }

  private value(name: string): unknown {
    return this.has(name) ? this.columns[name] : undefined;
  }

  /**
   * A number; NaN where there is none. CSV has its numbers as text.
   * @throws InputError where there is something else
   */
  number(name: string): number {
    const value = this.value(name);
    if (value === undefined || value === null || value === '') return Number.NaN;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw this.wrong(name, 'a number');
  }

  /** A share of queries; NaN where there is none. */
  share(name: string): number {
    const value = this.number(name);
    if (value < 0 || value > 1) throw this.wrong(name, 'a share between 0 and 1');
    return value;
  }

  /** A share that must be there. */
  knownShare(name: string): number {
    const value = this.share(name);
    if (Number.isNaN(value)) throw this.wrong(name, 'a share between 0 and 1');
    return value;
  }

  /** A number of things that must be there. */
  count(name: string, most: number): number {
    const value = this.number(name);
    if (!Number.isSafeInteger(value) || value < 1 || value > most) {
      throw this.wrong(name, `a whole number between 1 and ${most}`);
    }
    return value;
  }

  /** Text; empty where there is none. */
  text(name: string): string {
    const value = this.value(name);
    if (value === undefined || value === null) return '';
    if (typeof value === 'string' && value.length <= MAX_TEXT) return value;
    throw this.wrong(name, `text of at most ${MAX_TEXT} characters`);
  }

  /** One of some names. */
  oneOf<T extends string>(name: string, names: readonly T[]): T {
    const found = names.find((one) => one === this.value(name));
    if (found === undefined) throw this.wrong(name, `one of ${names.join(', ')}`);
    return found;
  }

  /** Whether it is true; CSV and JSON both have it as text. */
  flag(name: string): boolean {
    return this.oneOf(name, ['true', 'false']) === 'true';
  }

  private wrong(name: string, expected: string): InputError {
    return new InputError(`${this.where}: ${name} is ${describeJson(this.value(name))}, not ${expected}.`);
  }
}

const MAX_TEXT = 2000;
