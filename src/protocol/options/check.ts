import * as v from 'valibot';
import { InputError } from '../../lib/errors';
import type { Option } from './option';

/**
 * The value where it is allowed.
 * @throws InputError that says what is not, without a full stop
 */
export function checked<T>({ schema }: Pick<Option<T>, 'schema'>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new InputError(result.issues[0].message);
}

/**
 * The value that a text stands for, in a link, a field or on the command line.
 * @throws as `checked`
 */
export const readText = <T>(option: Option<T>, text: string): T => checked(option, option.parse(text));
