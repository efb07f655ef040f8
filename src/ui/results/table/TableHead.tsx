import type { Column } from '../../../report/columns/column';
import type { Sort } from '../../../report/columns/sort-rows';
import styles from './ResultsTable.module.css';

interface TableHeadProps {
  /** Columns that name the cell, which stay in view. */
  readonly names: readonly Column[];
  readonly columns: readonly Column[];
  /** Null for the order computed. */
  readonly sort: Sort | null;
  onSort(key: string): void;
}

/** The headings, each of which sorts by its column. */
export function TableHead({ names, columns, sort, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {[...names, ...columns].map((column, place) => {
          const isBy = column.key === sort?.key;
          return (
            <th
              key={column.key}
              scope="col"
              className={place < names.length ? styles.name : undefined}
              aria-sort={isBy ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" title={column.title} onClick={() => onSort(column.key)}>
                {column.label}
                {isBy && (sort.descending ? ' ↓' : ' ↑')}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
