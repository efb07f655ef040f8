import { useState } from 'react';
import type { Column } from '../../../report/columns/column';
import { TextField } from '../../primitives/fields';
import { saveFile } from '../../primitives/save-file';
import { TABLE } from './texts';
import styles from './ResultsTable.module.css';
import type { ShownColumns } from './use-shown-columns';

interface TableToolsProps {
  readonly words: string;
  readonly columns: ShownColumns;
  readonly copies: readonly (readonly [name: string, text: () => string])[];
  /** The rows and columns in view. */
  csv(): string;
  onWords(words: string): void;
}

/** What rows and columns are in the table, and what copies it. */
export function TableTools({ words, columns, copies, csv, onWords }: TableToolsProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (name: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(TABLE.copied(name));
    } catch {
      setCopied(TABLE.notCopied);
    }
  };
  return (
    <div className={styles.tools} data-testid="table-tools">
      <TextField
        label={TABLE.filter}
        value={words}
        placeholder={TABLE.filterExample}
        write={String}
        read={String}
        onChange={onWords}
      />
      <details className={styles.columns}>
        <summary>{TABLE.columns(columns.shown.length, columns.all.length)}</summary>
        <div className={styles.choices}>
          <div className={styles.presets}>
            <button type="button" onClick={columns.showUsual}>
              {TABLE.usual}
            </button>
            <button type="button" onClick={columns.showDifferences}>
              {TABLE.differences}
            </button>
          </div>
          {columns.all.map((column) => (
            <ColumnCheck key={column.key} column={column} {...columns} />
          ))}
        </div>
      </details>
      <div role="group" aria-label={TABLE.copy} className={styles.copies}>
        {TABLE.copy}
        {copies.map(([name, text]) => (
          <button key={name} type="button" onClick={() => void copy(name, text())}>
            {name}
          </button>
        ))}
      </div>
      <button type="button" onClick={() => saveFile(TABLE.csvName, new Blob([csv()], { type: 'text/csv' }))}>
        {TABLE.csv}
      </button>
      <span role="status">{copied}</span>
    </div>
  );
}

function ColumnCheck({ column, shown, toggle }: ShownColumns & { readonly column: Column }) {
  return (
    <label title={column.title}>
      <input
        type="checkbox"
        checked={shown.some(({ key }) => key === column.key)}
        onChange={() => toggle(column.key)}
      />
      {column.label}
    </label>
  );
}
