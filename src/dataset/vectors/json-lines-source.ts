import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import { describeJson, parseObject, type JsonObject } from '../../lib/json';
import type { ArrayInfo } from './array-info';
import type { ArraySource, VectorFile } from './array-source';
import { columnOf } from './table-column';

/**
 * JSON lines, one object per row, as arrays: a field with a list of numbers is rows × its length. What fields there are, the first
 * line says.
 * @throws InputError where a line is no object
 */
export async function jsonLinesSource({ name, blob }: VectorFile): Promise<ArraySource> {
  let first: JsonObject | undefined;
  let rows = 0;
  for await (const line of linesOf(blob)) {
    first ??= parseObject(line.text, `${name}, line ${line.number}`);
    rows++;
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
        .map((info) => ({ name: info.name, column: columnOf(info) }));
      for await (const line of linesOf(blob)) {
        const place = `${name}, line ${line.number}`;
        const object = parseObject(line.text, place);
        for (const { name: field, column } of columns) {
          if (!Object.hasOwn(object, field)) throw new InputError(`${place} has no ${field}.`);
          column.add(object[field]);
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

/** The lines that are not blank, one at a time, so that the file may be larger than a text can be. */
async function* linesOf(blob: Blob): AsyncGenerator<{ readonly text: string; readonly number: number }> {
  const reader = blob.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let number = 0;
  for (;;) {
    const { done, value = '' } = await reader.read();
    const lines = (rest + value).split('\n');
    rest = done ? '' : lines.pop()!;
    for (const text of lines) {
      number++;
      if (text.trim() !== '') yield { text, number };
    }
    if (done) return;
  }
}
