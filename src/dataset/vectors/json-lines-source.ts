import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import { describeJson, parseObject, type JsonObject } from '../../lib/json';
import type { ArrayInfo } from './array-info';
import type { ArraySource, VectorFile } from './array-source';
import { linesOf } from '../text/lines';
import { columnCollector } from './column-collector';

/**
 * JSON lines, one object per row, as arrays: a field with a list of numbers is rows × its length. What fields there are, the first
 * line says.
 * @throws InputError where a line is no object
 */
export async function jsonLinesSource({ name, blob }: VectorFile): Promise<ArraySource> {
  let first: JsonObject | undefined;
  let rows = 0;
  for await (const lines of linesOf(blob, name)) {
    first ??= parseObject(lines[0].text, `${name}, line ${lines[0].number}`);
    rows += lines.length;
  }
  if (first === undefined) throw new InputError(`${name} is empty.`);
  const table = baseName(name).replace(/\.[^.]*$/, '');
  const arrays = Object.entries(first).map(([field, value]): ArrayInfo => ({
    name: field,
    table,
    ...shapeOf(value, rows),
  }));
  return {
    arrays,
    async read(names) {
      const columns = arrays
        .filter((one) => names.has(one.name))
        .map((info) => ({ name: info.name, column: columnCollector(info) }));
      for await (const lines of linesOf(blob, name)) {
        for (const { text, number } of lines) {
          const place = `${name}, line ${number}`;
          const object = parseObject(text, place);
          for (const { name: field, column } of columns) {
            if (!Object.hasOwn(object, field)) throw new InputError(`${place} has no ${field}.`);
            column.add(object[field]);
          }
        }
      }
      return new Map(columns.map(({ name: field, column }) => [field, column.finish()]));
    },
  };
}

function shapeOf(value: unknown, rows: number): Pick<ArrayInfo, 'type' | 'shape'> {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number')) {
    return { type: 'f8', shape: [rows, value.length] };
  }
  if (typeof value === 'string') return { type: 'U', shape: [rows] };
  if (Number.isSafeInteger(value)) return { type: 'i8', shape: [rows] };
  return { type: describeJson(value).slice(0, 12), shape: [rows] };
}
