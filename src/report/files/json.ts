import type { RunRecord } from '../../protocol/run-record';
import type { Column } from '../columns/column';
import type { ExportColumn } from './csv';

/**
 * The text of `experiment_results.json`: the run, what each field of a row holds, and one object a row with the columns
 * of `detailed_results.csv`.
 */
export function experimentResults<Row>(
  run: RunRecord,
  columns: readonly (ExportColumn<Row> & Pick<Column, 'title' | 'unit' | 'group'>)[],
  rows: readonly Row[],
): string {
  const fields = Object.fromEntries(
    columns.map(({ key, title, unit, group }) => [key, { title, unit, group }]),
  );
  return text({ run, fields, results: objects(columns, rows) });
}

/**
 * The text of `experiment_summary.json`: the run, what it varied, how many cells were computed, and one object for
 * each candidate size with the columns of `summary_by_candidate.csv`.
 */
export function experimentSummary<Summary>(
  run: RunRecord,
  cells: { readonly planned: number; readonly computed: number },
  columns: readonly ExportColumn<Summary>[],
  summaries: readonly Summary[],
): string {
  const { dims, precisions, candidateSizes, ks } = run.sweep;
  return text({
    run,
    dims,
    precisions,
    candidate_sizes: candidateSizes,
    recall_k: ks,
    cells,
    summary_by_candidate: objects(columns, summaries),
  });
}

function objects<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]) {
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column.key, column.value(row)])));
}

/** JSON has no NaN: a number that is none would become null unseen, so it is an error here. */
function text(value: unknown): string {
  const checked = (name: string, field: unknown): unknown => {
    if (typeof field === 'number' && !Number.isFinite(field)) throw new RangeError(`${name} is ${field}.`);
    return field;
  };
  return `${JSON.stringify(value, checked, 2)}\n`;
}
