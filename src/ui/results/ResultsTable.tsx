import { useEffect, useRef, useState } from 'react';
import { type Direction } from '../../protocol/direction';
import { colourOf } from '../../report/charts/encoding';
import { tableColumns, type TableColumn } from '../../report/columns/table-columns';
import { count } from '../../report/formats/format';
import type { ResultRow } from '../../sweep/results/result';
import text from '../primitives/text.module.css';
import styles from './ResultsTable.module.css';
import { TABLE } from './texts';

interface ResultsTableProps {
  readonly rows: readonly ResultRow[];
  readonly planned: number;
  readonly directions: readonly Direction[];
  readonly k: number;
  readonly kIndex: number;
  /** The cell to bring into view and mark; a new object each time it is asked for. */
  readonly marked: { readonly experiment: string } | null;
}

/** One line for each cell, in the order computed or sorted by a column; a cell that failed says why. */
export function ResultsTable({ rows, planned, directions, k, kIndex, marked }: ResultsTableProps) {
  const columns = tableColumns({ rows, directions, k, kIndex });
  const [sort, setSort] = useState<Sort>(null);
  const markedRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    markedRow.current?.focus({ preventScroll: true });
    markedRow.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  const by = columns.find(({ label }) => label === sort?.label);
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
              {TABLE.dimension}
            </th>
            <th scope="col" className={styles.left}>
              {TABLE.precision}
            </th>
            <th scope="col">{TABLE.pool}</th>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={column === by ? (sort?.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  title={column.title}
                  onClick={() => setSort(nextSort(sort, column.label))}
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
                {row.dim}
                {row.lifted && (
                  <span className={text.tag} title={TABLE.enlargedHint}>
                    {TABLE.enlarged}
                  </span>
                )}
              </td>
              <td className={styles.left}>
                <span className={styles.chip} style={{ background: colourOf(row.precision) }} />
                {row.precision}
              </td>
              <td>{count(row.candidateSize)}</td>
              {row.textToImage ? (
                columns.map((column) => (
                  <td key={column.label} title={column.hint?.(row)}>
                    {column.show(row)}
                  </td>
                ))
              ) : (
                <td
                  colSpan={columns.length}
                  className={`${styles.left} ${styles.failed}`}
                  data-testid="failed-cell"
                >
                  {TABLE.notComputable(row.note)}
                </td>
              )}
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

type Sort = { readonly label: string; readonly descending: boolean } | null;

/** Descending first, then ascending, then as computed. */
function nextSort(sort: Sort, label: string): Sort {
  if (sort?.label !== label) return { label, descending: true };
  return sort.descending ? { label, descending: false } : null;
}

function sorted(rows: readonly ResultRow[], column: TableColumn, descending: boolean): ResultRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
