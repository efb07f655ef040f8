import { useState } from 'react';
import { cellKey } from '../../../sweep/plan/setting';
import { type Direction } from '../../../protocol/direction';
import { columns as everyColumn } from '../../../report/columns/columns';
import { filterRows, nextSort, sortRows } from '../../../report/columns/sort-rows';
import { cellColumns } from '../../../report/columns/table-columns';
import { latexTable } from '../../../report/tables/latex';
import { markdownTable } from '../../../report/tables/markdown';
import { toCsv } from '../../../report/files/csv';
import { tsvTable } from '../../../report/tables/tsv';
import { baselineOnScreen } from '../../../state/baseline';
import { changeShown } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { useBaseline } from '../../charts/baseline';
import { useSideNames } from '../../charts/side-names';
import { TABLE } from './texts';
import styles from './ResultsTable.module.css';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { TableTools } from './TableTools';
import { useShownColumns } from './use-shown-columns';

export interface ResultsTableProps {
  readonly rows: readonly ResultRow[];
  readonly planned: number;
  readonly directions: readonly Direction[];
  /** The cut-offs that were measured, and the one to show. */
  readonly ks: readonly number[];
  readonly k: number;
  /** The cell to bring into view and mark; a new object each time it is asked for. */
  readonly marked: { readonly experiment: string } | null;
}

/** One line for each cell, in the order computed or sorted by a column. */
export function ResultsTable({ rows, planned, directions, ks, k, marked }: ResultsTableProps) {
  const sides = useSideNames();
  const baseline = useLab(baselineOnScreen);
  const { inWords } = useBaseline();
  const columns = useShownColumns({ rows, directions, ks, k, sides, baseline: inWords });
  const names = cellColumns(ks);
  const sort = useLab((state) => state.shown.sort);
  const [words, setWords] = useState('');
  const by = [...names, ...columns.shown].find(({ key }) => key === sort?.key);
  const filtered = filterRows(rows, names, words);
  const shown = sort && by ? sortRows(filtered, by, sort.descending) : filtered;
  const all = everyColumn(ks, sides);
  const [dimension, ...otherNames] = names;
  const projection = all.filter(({ key }) => key === 'projection');
  const cells = [dimension, ...projection, ...otherNames, ...columns.shown];
  return (
    <>
      <TableTools
        words={words}
        columns={columns}
        copies={[
          ['TSV', () => tsvTable(cells, shown)],
          ['Markdown', () => markdownTable([...names, ...columns.shown], all, shown)],
          ['LaTeX', () => latexTable([...names, ...columns.shown], all, shown)],
        ]}
        csv={() => toCsv(cells, shown)}
        onWords={setWords}
      />
      <div
        className={styles.scroll}
        data-testid="results-table"
        data-part="table"
        tabIndex={0}
        role="region"
        aria-label={TABLE.label}
      >
        <table>
          <TableHead
            names={names}
            columns={columns.shown}
            sort={sort}
            onSort={(key) => changeShown({ sort: nextSort(sort, key) })}
          />
          <tbody>
            {shown.map((row) => (
              <TableRow
                key={row.experiment}
                {...{ row, names }}
                isBaseline={cellKey(row) === baseline}
                columns={columns.shown}
                marked={row.experiment === marked?.experiment ? marked : null}
              />
            ))}
            {shown.length === 0 && rows.length > 0 && (
              <tr>
                <td colSpan={columns.shown.length + names.length}>{TABLE.none}</td>
              </tr>
            )}
            {planned > rows.length && (
              <tr className={styles.toCome} data-testid="rows-to-come">
                <td colSpan={columns.shown.length + names.length}>{TABLE.pending(planned - rows.length)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
