import type { ComparedCell } from '../../explore/compare-runs';
import { percent } from '../../report/formats/format';
import { poolName } from '../../report/formats/pools';
import { spaceName } from '../../report/formats/spaces';
import table from '../results/table/ResultsTable.module.css';
import styles from './Compare.module.css';
import { changeOf } from './change';
import { COMPARE } from './texts';

const { columns } = COMPARE;
/** Columns of names stand at the left, those of numbers at the right. */
const LEFT = ['dim', 'precision'];

/** Cells that two runs have, one in a row. */
export function ComparedTable({ cells }: { readonly cells: readonly ComparedCell[] }) {
  return (
    <div className={`${table.scroll} ${styles.table}`}>
      <table aria-label={COMPARE.table}>
        <thead>
          <tr>
            {Object.entries(columns).map(([key, title]) => (
              <th key={key} scope="col" className={LEFT.includes(key) ? styles.left : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.row.experiment}>
              <td className={styles.left}>{COMPARE.spaces(spaceName(cell.row), spaceName(cell.other))}</td>
              <td className={styles.left}>{cell.row.precision}</td>
              <td>{poolName(cell.row)}</td>
              <td>{percent(cell.a)}</td>
              <td>{percent(cell.b)}</td>
              <td>{changeOf(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
