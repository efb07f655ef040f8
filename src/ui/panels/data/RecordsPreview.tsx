import { Select } from '../../primitives/fields';
import panel from '../panel.module.css';
import { RECORDS } from './texts';
import styles from './RecordsPreview.module.css';

/** What one column of records is used as. */
interface ColumnRole {
  readonly label: string;
  /** The column that was chosen; empty where it is guessed. */
  readonly chosen: string;
  /** The column that is used as long as none is chosen; null where it is not clear. */
  readonly guessed: string | null;
  onChoose(column: string): void;
}

interface RecordsPreviewProps {
  readonly columns: readonly string[];
  /** Rows × columns, as text. */
  readonly rows: readonly (readonly string[])[];
  readonly roles: readonly ColumnRole[];
}

/** The first records of a file or a data set as a table, with the choice of what its columns are. */
export function RecordsPreview({ columns, rows, roles }: RecordsPreviewProps) {
  const roleOf = (column: string) =>
    roles.find(({ chosen, guessed }) => (chosen || guessed) === column)?.label;
  return (
    <div className={panel.panel} data-testid="records-preview">
      {roles.map((role) => (
        <Select
          key={role.label}
          label={role.label}
          value={role.chosen}
          options={[
            ['', role.guessed === null ? RECORDS.choose : RECORDS.guessed(role.guessed)],
            ...columns.map((column) => [column, column] as const),
          ]}
          onChange={(column) => role.onChoose(column)}
        />
      ))}
      {/* Scrolls sideways, so the keyboard must reach it. */}
      <div className={styles.scroll} role="region" aria-label={RECORDS.label(rows.length)} tabIndex={0}>
        <table className={styles.table}>
          <caption>{RECORDS.label(rows.length)}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={roleOf(column) && styles.used}>
                  {column}
                  {roleOf(column) && <span>{roleOf(column)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={i}>
                {cells.map((cell, k) => (
                  <td key={columns[k]} className={roleOf(columns[k]) && styles.used}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
