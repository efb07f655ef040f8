import { baseName } from '../../lib/base-name';
import { isObject, type JsonObject } from '../../lib/json';
import { extensionOf, isPicturePath } from '../file-name';
import { headOf } from '../text/text-chunks';
import { columnOf } from './qrels-columns';

/** How judgements are written: as a table with a header, as JSON lines, as TREC does, or as the columns of a Parquet file. */
export type QrelsForm = 'table' | 'lines' | 'trec' | 'parquet';

/** Judgements, or the texts of queries or of a corpus: files that stand beside vectors. */
type FileBeside = 'qrels' | 'texts';

/** What files beside vectors end in; many others do too, so their beginning decides. */
export const BESIDE_EXTENSIONS: readonly string[] = ['tsv', 'csv', 'txt', 'qrels', 'trec', 'jsonl', 'ndjson'];

/** What a file beside vectors is, by its first line or its columns; null where it is neither judgements nor texts with ids. */
export async function fileBesideVectors(file: Blob, name: string): Promise<FileBeside | null> {
  const extension = extensionOf(name);
  if (extension === 'parquet') {
    return (await (await import('./parquet-qrels')).holdsQrels(file, name)) ? 'qrels' : null;
  }
  if (extension !== undefined && !BESIDE_EXTENSIONS.includes(extension)) return null;
  const head = await headOf(file);
  if (formOf(head) !== null) return 'qrels';
  return isItemTexts(head, name) ? 'texts' : null;
}

/** How the judgements of a file are written; null where it holds none. */
export const formOfQrels = async (file: Blob, name: string): Promise<QrelsForm | null> =>
  extensionOf(name) === 'parquet' ? 'parquet' : formOf(await headOf(file));

function formOf(head: string): QrelsForm | null {
  const [first = '', second = first] = head.split('\n', 20).filter((line) => line.trim() !== '');
  if (first.trimStart().startsWith('{')) return hasBoth(Object.keys(objectOf(first))) ? 'lines' : null;
  if (hasBoth(first.split(/[\t,]/).map((cell) => cell.trim().replace(/^"|"$/g, '')))) return 'table';
  return [first, second].every((line) => /^\s*\S+\s+(Q?\d+)\s+\S+\s+-?\d+(\.\d+)?\s*$/i.test(line))
    ? 'trec'
    : null;
}

const hasBoth = (columns: readonly string[]): boolean =>
  columnOf(columns, 'query') !== undefined && columnOf(columns, 'item') !== undefined;

/** Whether JSON lines hold texts with ids, as BEIR's corpus and queries do: `_id`, or `id` in a file that is called so. */
function isItemTexts(head: string, name: string): boolean {
  const object = objectOf(head.trimStart().split('\n', 1)[0]);
  const others = Object.values(object);
  const hasText =
    typeof object.text === 'string' &&
    !others.some((value) => Array.isArray(value) || (typeof value === 'string' && isPicturePath(value)));
  return hasText && (Object.hasOwn(object, '_id') || (Object.hasOwn(object, 'id') && isCalledSo(name)));
}

const isCalledSo = (name: string): boolean => /^(corpus|queries)\b/i.test(baseName(name));

/** The object that a line holds; an empty one where it holds none, or is cut. */
function objectOf(line: string): JsonObject {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
