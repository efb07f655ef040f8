import { useEffect, useRef, useState } from 'react';
import { colourOf } from '../charts/encoding';
import type { DirectionResult, ResultRow } from '../sweep/result';
import { bytes, count, perSecond, share } from './format';

interface TableColumn {
  readonly label: string;
  readonly title: string;
  value(row: ResultRow): number | null;
  show(value: number): string;
}

function measured(k: number): TableColumn[] {
  const of = (pick: (result: DirectionResult) => number) => (result: DirectionResult | undefined) =>
    result ? pick(result) : null;
  const recall = of((result) => result.recall[0].mean);
  const mrr = of((result) => result.mrr.mean);
  const ndcg = of((result) => result.ndcg[0].mean);
  const speed = of((result) => result.speed.median);
  return [
    {
      label: `R@${k} t→i`,
      title: `Recall@${k}, text→image`,
      value: (row) => recall(row.textToImage),
      show: share,
    },
    {
      label: `R@${k} i→t`,
      title: `Recall@${k}, image→text`,
      value: (row) => recall(row.imageToText),
      show: share,
    },
    {
      label: 'MRR t→i',
      title: 'Mean reciprocal rank, text→image',
      value: (row) => mrr(row.textToImage),
      show: share,
    },
    {
      label: `NDCG@${k} t→i`,
      title: `NDCG@${k}, text→image`,
      value: (row) => ndcg(row.textToImage),
      show: share,
    },
    {
      label: 'Bytes/vector',
      title: 'Bytes of one stored gallery vector, scales included',
      value: (row) => row.memory?.perVector ?? null,
      show: bytes,
    },
    {
      label: 'Queries/s',
      title: 'Scoring plus top-K over the pool, text→image, median',
      value: (row) => speed(row.textToImage),
      show: perSecond,
    },
  ];
}

interface ResultsTableProps {
  readonly rows: readonly ResultRow[];
  readonly planned: number;
  readonly k: number;
  /** The cell to bring into view and mark. */
  readonly marked: string | null;
}

/** One line for each cell, in the order computed or sorted by a column; a cell that failed says why. */
export function ResultsTable({ rows, planned, k, marked }: ResultsTableProps) {
  const columns = measured(k);
  const [sort, setSort] = useState<{ column: number; descending: boolean } | null>(null);
  const markedRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => markedRow.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }), [marked]);

  const shown = sort === null ? rows : sorted(rows, columns[sort.column], sort.descending);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Results table">
      <table>
        <thead>
          <tr>
            <th scope="col" className="left">
              Dimension
            </th>
            <th scope="col" className="left">
              Precision
            </th>
            <th scope="col">Pool</th>
            {columns.map((column, i) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={sort?.column === i ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" title={column.title} onClick={() => setSort(nextSort(sort, i))}>
                  {column.label}
                  {sort?.column === i && (sort.descending ? ' ↓' : ' ↑')}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={row.experiment}
              ref={row.experiment === marked ? markedRow : null}
              className={row.experiment === marked ? 'marked' : undefined}
            >
              <td className="left">
                {row.dim}
                {row.lifted && (
                  <span className="tag" title="Above the base dimension: no information is added">
                    lifted
                  </span>
                )}
              </td>
              <td className="left">
                <span className="chip" style={{ background: colourOf(row.precision) }} />
                {row.precision}
              </td>
              <td>{count(row.candidateSize)}</td>
              {row.textToImage ? (
                columns.map((column) => {
                  const value = column.value(row);
                  return <td key={column.label}>{value === null ? '–' : column.show(value)}</td>;
                })
              ) : (
                <td colSpan={columns.length} className="left failed">
                  not computable: {row.note}
                </td>
              )}
            </tr>
          ))}
          {planned > rows.length && (
            <tr className="hatched">
              <td colSpan={columns.length + 3} className="left">
                {count(planned - rows.length)} cells to come
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

type Sort = { column: number; descending: boolean } | null;

/** Descending first, then ascending, then as computed. */
function nextSort(sort: Sort, column: number): Sort {
  if (sort?.column !== column) return { column, descending: true };
  return sort.descending ? { column, descending: false } : null;
}

function sorted(rows: readonly ResultRow[], column: TableColumn, descending: boolean): ResultRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
