import {
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { baseName } from '../../lib/base-name';
import { InputError, messageOf } from '../../lib/errors';
import type { ArrayInfo } from './array-info';
import type { ArrayData, ArraySource, VectorFile } from './array-source';
import { columnCollector } from './column-collector';

/**
 * The columns of a Parquet file as arrays: lists of numbers, plain or of fixed size, are rows × their length. Only the footer
 * is read here, and then the columns that are asked for, one row group at a time.
 * @throws InputError where it is no whole Parquet file
 */
export async function parquetSource({ name, blob }: VectorFile): Promise<ArraySource> {
  const file: AsyncBuffer = {
    byteLength: blob.size,
    slice(start, end = blob.size) {
      if (!(start >= 0 && start <= end && end <= blob.size)) {
        throw new InputError(
          `${name} is damaged: it says that it holds bytes ${start} to ${end}, but it has ${blob.size}.`,
        );
      }
      return blob.slice(start, end).arrayBuffer();
    },
  };
  const metadata = await explained(name, () => parquetMetadataAsync(file));
  const table = baseName(name).replace(/\.[^.]*$/, '');
  const arrays = await explained(name, async () =>
    parquetSchema(metadata).children.map((column): ArrayInfo => {
      if (typeof column.element.name !== 'string') throw new TypeError('A column has no name.');
      return { name: column.element.name, table, ...shapeOf(column, metadata) };
    }),
  );
  return {
    arrays,
    read: async (names) => {
      const read = new Map<string, ArrayData>();
      for (const info of arrays.filter((one) => names.has(one.name))) {
        read.set(info.name, await explained(name, () => readColumn(file, metadata, info)));
      }
      return read;
    },
  };
}

async function readColumn(file: AsyncBuffer, metadata: FileMetaData, info: ArrayInfo): Promise<ArrayData> {
  const column = columnCollector(info);
  const scan = await parquetScan({ file, metadata, columns: [info.name], compressors });
  for (const range of scan.ranges) {
    for (const value of await scan.readColumn({ column: info.name, ...range })) column.add(value);
  }
  return column.finish();
}

/** What a column holds, from the footer: its type, its rows and, for lists, their common length. */
function shapeOf(column: SchemaTree, metadata: FileMetaData): Pick<ArrayInfo, 'type' | 'shape'> {
  const rows = Number(metadata.num_rows);
  const leaf = leafOf(column);
  if (leaf === undefined) return { type: 'struct', shape: [rows] };
  const type = typeOf(leaf.element);
  if (!isList(column)) return { type, shape: [rows] };
  const values = metadata.row_groups.reduce((sum, group) => {
    const chunk = group.columns.find(
      ({ meta_data }) => meta_data?.path_in_schema.join('\n') === leaf.path.join('\n'),
    );
    return sum + Number(chunk?.meta_data?.num_values ?? 0);
  }, 0);
  const length = values / rows;
  return Number.isInteger(length) ? { type, shape: [rows, length] } : { type: 'lists', shape: [rows] };
}

/** The one column of numbers below a column; undefined where there are several. */
function leafOf(column: SchemaTree): SchemaTree | undefined {
  if (column.children.length === 0) return column;
  return column.children.length === 1 ? leafOf(column.children[0]) : undefined;
}

const isList = (column: SchemaTree): boolean =>
  column.element.repetition_type === 'REPEATED' || column.children.some(isList);

const NUMBERS: Readonly<Partial<Record<NonNullable<SchemaElement['type']>, string>>> = {
  BOOLEAN: 'b1',
  INT32: 'i4',
  INT64: 'i8',
  FLOAT: 'f4',
  DOUBLE: 'f8',
};

/** The type of a column in NumPy's letters; its own name where NumPy has none. */
function typeOf({ type, converted_type, logical_type }: SchemaElement): string {
  if (logical_type?.type === 'FLOAT16') return 'f2';
  if (type === 'BYTE_ARRAY')
    return converted_type === 'UTF8' || logical_type?.type === 'STRING' ? 'U' : 'bytes';
  if (converted_type === 'INT_8') return 'i1';
  if (logical_type?.type === 'INTEGER')
    return `${logical_type.isSigned ? 'i' : 'u'}${logical_type.bitWidth / 8}`;
  if (converted_type || logical_type) return (converted_type ?? logical_type!.type).toLowerCase();
  return NUMBERS[type!] ?? String(type).toLowerCase();
}

async function explained<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    // The library meets a damaged footer with whatever its own code throws there, which says nothing to a person.
    const isAccident =
      error instanceof TypeError || error instanceof RangeError || /undefined|NaN/.test(messageOf(error));
    const reason = isAccident ? 'it is damaged or incomplete' : messageOf(error);
    throw new InputError(`${name} cannot be read as Parquet: ${reason}.`, error);
  }
}
