import { InputError } from '../../lib/errors';
import { describeJson, isObject, type JsonObject } from '../../lib/json';
import type { Id } from '../types';

/** Fields of JSON as a captions file needs them; each throws an InputError that names the place where they are anything else. */

export function list(json: JsonObject, field: string): readonly unknown[] {
  const value = json[field];
  if (!Array.isArray(value)) throw new InputError(`${field} must be a list, but is ${describeJson(value)}.`);
  if (value.length === 0) throw new InputError(`${field} is empty: there is nothing to measure.`);
  return value;
}

export function object(value: unknown, place: string): JsonObject {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describeJson(value)}.`);
  return value;
}

export function id(record: JsonObject, field: string, place: string): Id {
  const value = record[field];
  if (Number.isSafeInteger(value) || (typeof value === 'string' && value !== '')) return value as Id;
  throw new InputError(
    `${place}.${field} must be a whole number or a string, but is ${describeJson(value)}.`,
  );
}

export function string(record: JsonObject, field: string, place: string): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  throw new InputError(`${place}.${field} must be a string, but is ${describeJson(value)}.`);
}
