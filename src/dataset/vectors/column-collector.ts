import { InputError } from '../../lib/errors';
import { describeJson } from '../../lib/json';
import type { ArrayInfo } from './array-info';
import type { ArrayData } from './array-source';

/** Collects the values of a table's column, row by row, as an array. */
interface ColumnCollector {
  /** @throws InputError that names the row, where the value is not of the column's type and length */
  add(value: unknown): void;
  finish(): ArrayData;
}

/** A column of a table, with as many rows as its shape says. */
export function columnCollector({ name, type, shape }: ArrayInfo): ColumnCollector {
  const [rows, cols] = shape;
  if (cols !== undefined) return numbersOf(name, type, rows, cols);
  if (type === 'U') return textsOf(name, rows);
  if (/^[iu][1248]$/.test(type)) return integersOf(name, rows);
  throw new InputError(`The column ${name} is of type ${type}, which holds neither vectors nor ids.`);
}

function numbersOf(name: string, type: string, rows: number, cols: number): ColumnCollector {
  const data = type === 'f8' ? new Float64Array(rows * cols) : new Float32Array(rows * cols);
  let row = 0;
  return {
    add(value) {
      const numbers = value as ArrayLike<number>;
      const length = Array.isArray(value) || ArrayBuffer.isView(value) ? numbers.length : 0;
      if (length !== cols || row >= rows) {
        throw new InputError(`${name}, row ${row} has ${length} numbers, but vectors have ${cols}.`);
      }
      for (let i = 0; i < cols; i++) {
        const number: unknown = numbers[i];
        if (typeof number !== 'number') {
          throw new InputError(`${name}, row ${row}, column ${i} is ${describeJson(number)}: not a number.`);
        }
        data[row * cols + i] = number;
      }
      row++;
    },
    finish: () => {
      requireRows(name, row, rows);
      return data instanceof Float64Array
        ? { dtype: 'f8', shape: [rows, cols], data }
        : { dtype: 'f4', shape: [rows, cols], data };
    },
  };
}

function textsOf(name: string, rows: number): ColumnCollector {
  const data: string[] = [];
  return {
    add(value) {
      if (typeof value !== 'string') {
        throw new InputError(`${name}, row ${data.length} is ${String(value)}: not a text.`);
      }
      data.push(value);
    },
    finish: () => {
      requireRows(name, data.length, rows);
      return { dtype: 'U', shape: [rows], data };
    },
  };
}

function integersOf(name: string, rows: number): ColumnCollector {
  const data: bigint[] = [];
  return {
    add(value) {
      if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) {
        throw new InputError(`${name}, row ${data.length} is ${String(value)}: not a whole number.`);
      }
      data.push(BigInt(value as bigint | number));
    },
    finish: () => {
      requireRows(name, data.length, rows);
      return { dtype: 'i8', shape: [rows], data: BigInt64Array.from(data) };
    },
  };
}

function requireRows(name: string, found: number, rows: number): void {
  if (found !== rows) throw new InputError(`${name} has ${found} rows, but its table says ${rows}.`);
}
