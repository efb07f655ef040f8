import { InputError } from '../../lib/errors';
import { parquetSource } from '../vectors/parquet-source';
import type { ArrayData } from '../vectors/array-source';
import { columnOf } from './qrels-columns';

/** Whether a Parquet file has columns of judgements; false where it cannot be read, which whoever reads its vectors says. */
export async function holdsQrels(blob: Blob, name: string): Promise<boolean> {
  try {
    const { query, item } = await columnsOf(blob, name);
    return query !== undefined && item !== undefined;
  } catch {
    return false;
  }
}

/**
 * The judgements of a Parquet file, as MTEB keeps them on the hub: query, item and grade, as text. Without a column of grades each is 1.
 * @throws InputError where a column is missing, holds lists, or cannot be read
 */
export async function parquetQrels(blob: Blob, name: string): Promise<(readonly [string, string, string])[]> {
  const { query, item, grade, source } = await columnsOf(blob, name);
  if (!query || !item) throw new InputError(`${name} has no columns query-id and corpus-id.`);
  const read = await source.read(new Set([query, item, ...(grade ? [grade] : [])]));
  const texts = (column: string) => valuesOf(read.get(column)!, `${name}, column ${column}`);
  const [queries, items] = [texts(query), texts(item)];
  const grades = grade ? texts(grade) : null;
  return queries.map((id, i) => [id, items[i], grades?.[i] ?? '1']);
}

async function columnsOf(blob: Blob, name: string) {
  const source = await parquetSource({ name, blob });
  const columns = source.arrays.map((one) => one.name);
  const [query, item, grade] = (['query', 'item', 'grade'] as const).map((role) => columnOf(columns, role));
  return { query, item, grade, source };
}

function valuesOf({ shape, data }: ArrayData, place: string): string[] {
  if (shape.length !== 1) throw new InputError(`${place} holds lists: expected one value in each row.`);
  return Array.from(data, String);
}
