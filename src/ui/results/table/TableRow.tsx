import { useEffect, useRef } from 'react';
import { colourOf } from '../../../report/charts/encoding';
import { textOf, type Column } from '../../../report/columns/column';
import type { ResultRow } from '../../../sweep/results/result';
import text from '../../primitives/text.module.css';
import { PinButton } from '../baseline/PinButton';
import { TABLE } from './texts';
import styles from './ResultsTable.module.css';

interface TableRowProps {
  readonly row: ResultRow;
  readonly names: readonly Column[];
  readonly columns: readonly Column[];
  /** Whether others are compared with this cell. */
  readonly isBaseline: boolean;
  /** Set where the row is the one to bring into view: a new object each time it is asked for. */
  readonly marked: object | null;
}

/** One cell of the sweep. */
export function TableRow({
  row,
  names: [dimension, precision, pool],
  columns,
  isBaseline,
  marked,
}: TableRowProps) {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!marked) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <tr
      ref={line}
      data-testid="result-row"
      {...(isBaseline && { className: styles.baseline })}
      {...(marked && { className: styles.marked, tabIndex: -1, 'aria-current': true })}
    >
      <td className={styles.name}>
        <span className={styles.whole}>
          <PinButton row={row} isPinned={isBaseline} />
          {textOf(dimension, row)}
        </span>{' '}
        {row.lifted && (
          <span className={text.tag} title={TABLE.enlargedHint}>
            {TABLE.enlarged}
          </span>
        )}
      </td>
      <td className={styles.name}>
        <span className={styles.chip} style={{ background: colourOf(row.precision) }} />
        {textOf(precision, row)}
      </td>
      <td className={styles.name}>{textOf(pool, row)}</td>
      {columns.map((column) => (
        <td key={column.key} title={column.hint?.(row)}>
          {textOf(column, row)}
        </td>
      ))}
    </tr>
  );
}
