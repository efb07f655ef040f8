import { useEffect, useRef } from 'react';
import { type Direction } from '../../../protocol/direction';
import { colourOf } from '../../../report/charts/encoding';
import { textOf, type Column } from '../../../report/columns/column';
import { cellColumns, tableColumns } from '../../../report/columns/table-columns';
import type { Sort } from '../../../state/results-view';
import { changeShown } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { useSideNames } from '../../charts/side-names';
import text from '../../primitives/text.module.css';
import styles from './ResultsTable.module.css';
import { TABLE } from '../texts';

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
  const columns = tableColumns({ rows, directions, ks, k, sides: useSideNames() });
  const [dimension, precision, pool] = cellColumns(ks);
  const sort = useLab((state) => state.shown.sort);
  const markedRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    markedRow.current?.focus({ preventScroll: true });
    markedRow.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  const by = columns.find(({ key }) => key === sort?.key);
  const shown = sort && by ? sorted(rows, by, sort.descending) : rows;
  return (
    <div
      className={styles.scroll}
      data-testid="results-table"
      tabIndex={0}
      role="region"
      aria-label={TABLE.label}
    >
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.left}>
              {dimension.label}
            </th>
            <th scope="col" className={styles.left}>
              {precision.label}
            </th>
            <th scope="col" title={pool.title}>
              {pool.label}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column === by ? (sort?.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  title={column.title}
                  onClick={() => changeShown({ sort: nextSort(sort, column.key) })}
                >
                  {column.label}
                  {column === by && (sort?.descending ? ' ↓' : ' ↑')}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={row.experiment}
              data-testid="result-row"
              {...(row.experiment === marked?.experiment && {
                ref: markedRow,
                className: styles.marked,
                tabIndex: -1,
                'aria-current': true,
              })}
            >
              <td className={styles.left}>
                {textOf(dimension, row)}
                {row.lifted && (
                  <span className={text.tag} title={TABLE.enlargedHint}>
                    {TABLE.enlarged}
                  </span>
                )}
              </td>
              <td className={styles.left}>
                <span className={styles.chip} style={{ background: colourOf(row.precision) }} />
                {textOf(precision, row)}
              </td>
              <td>{textOf(pool, row)}</td>
              {columns.map((column) => (
                <td key={column.key} title={column.hint?.(row)}>
                  {textOf(column, row)}
                </td>
              ))}
            </tr>
          ))}
          {planned > rows.length && (
            <tr className={styles.toCome} data-testid="rows-to-come">
              <td colSpan={columns.length + 3} className={styles.left}>
                {TABLE.pending(planned - rows.length)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Descending first, then ascending, then as computed. */
function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, descending: true };
  return sort.descending ? { key, descending: false } : null;
}

function sorted(rows: readonly ResultRow[], column: Column, descending: boolean): ResultRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (Number(x) - Number(y));
  });
}
