import Papa from 'papaparse';

/** What an export needs of a column: its key, and its value in a row. */
export interface ExportColumn<Row> {
  readonly key: string;
  value(row: Row): string | number | null;
}

/** How text begins that a spreadsheet runs. Papa Parse's own pattern misses it where the text has several lines. */
export const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A table as CSV with a header (RFC 4180 quoting, lines end in \n as pandas writes them). Numbers are written in full:
 * the shortest digits that read back as the same number. Null is an empty cell. Text that a spreadsheet would run as a
 * formula is made harmless by a leading apostrophe.
 */
export function toCsv<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  const table = [
    columns.map((column) => column.key),
    ...rows.map((row) => columns.map((column) => column.value(row))),
  ];
  return `${Papa.unparse(table, { newline: '\n', escapeFormulae: FORMULA })}\n`;
}
