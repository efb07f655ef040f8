import { LOOKED_AT } from './columns';
import type { Field, PairRecord } from './record';

/** The first records of a file as they are shown: the names of its columns, and rows of cells. */
export interface RecordsPreview {
  readonly columns: readonly string[];
  /** Rows × columns; a long cell is cut. */
  readonly rows: readonly (readonly string[])[];
}

/** Longer cells are cut. Characters. */
const SHOWN = 120;
/** A file may have very many columns. */
const MAX_COLUMNS = 40;

/** The names of the columns that records have, in the order in which they come. */
export const columnsOf = (records: readonly PairRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ fields }) => [...fields.keys()])),
];

/** What is shown of records before they are used. */
export function previewOf(records: readonly PairRecord[]): RecordsPreview {
  const first = records.slice(0, LOOKED_AT);
  const columns = columnsOf(first).slice(0, MAX_COLUMNS);
  return { columns, rows: first.map(({ fields }) => columns.map((name) => cut(fields.get(name)))) };
}

function cut(field: Field = ''): string {
  const text = typeof field === 'string' ? field : field.join(' · ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
