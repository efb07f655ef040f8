import { baseName } from '../../lib/base-name';
import { isObject, type JsonObject } from '../../lib/json';
import { extensionOf, isPicturePath } from '../file-name';
import { headOf } from '../text/text-chunks';

/** What columns of judgements are called, in lower case; the first name is that of BEIR. */
export const QRELS_COLUMNS = {
  query: ['query-id', 'query_id', 'queryid', 'qid'],
  item: ['corpus-id', 'corpus_id', 'doc-id', 'doc_id', 'docid', 'did', 'pid'],
  grade: ['score', 'grade', 'relevance', 'rel', 'label'],
} as const;

/** How judgements are written: as a table with a header, as JSON lines, or as TREC does. */
export type QrelsForm = 'table' | 'lines' | 'trec';

/** Judgements, or the texts of queries or of a corpus: files that stand beside vectors. */
type FileBeside = 'qrels' | 'texts';

/** What files beside vectors end in; many others do too, so their beginning decides. */
export const BESIDE_EXTENSIONS: readonly string[] = ['tsv', 'csv', 'txt', 'qrels', 'trec', 'jsonl', 'ndjson'];

/** What a file beside vectors is, by its first line; null where it is neither judgements nor texts with ids. */
export async function fileBesideVectors(file: Blob, name: string): Promise<FileBeside | null> {
  const extension = extensionOf(name);
  if (extension !== undefined && !BESIDE_EXTENSIONS.includes(extension)) return null;
  const head = await headOf(file);
  if (formOf(head) !== null) return 'qrels';
  return isItemTexts(head, name) ? 'texts' : null;
}

/** How the judgements of a file are written; null where it holds none. */
export const formOfQrels = async (file: Blob): Promise<QrelsForm | null> => formOf(await headOf(file));

function formOf(head: string): QrelsForm | null {
  const [first = '', second = first] = head.split('\n', 20).filter((line) => line.trim() !== '');
  if (first.trimStart().startsWith('{')) return hasBoth(Object.keys(objectOf(first))) ? 'lines' : null;
  if (hasBoth(first.split(/[\t,]/).map((cell) => cell.trim().replace(/^"|"$/g, '')))) return 'table';
  return [first, second].every((line) => /^\s*\S+\s+(Q?\d+)\s+\S+\s+-?\d+(\.\d+)?\s*$/i.test(line))
    ? 'trec'
    : null;
}

const hasBoth = (columns: readonly string[]): boolean =>
  [QRELS_COLUMNS.query, QRELS_COLUMNS.item].every((names) =>
    columns.some((column) => (names as readonly string[]).includes(column.toLowerCase())),
  );

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
