import { DIRECTIONS } from '../../protocol/direction';
import { directionInitials, directionName, type SideNames } from '../../protocol/side-names';
import { bareTextOf, headingOf } from '../../report/columns/column';
import { cellColumns, tableColumns } from '../../report/columns/table-columns';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { ResultRow } from '../../sweep/results/result';
import type { BaselineInView } from '../charts/baseline';
import { BASELINE_TEXT } from '../results/baseline/texts';
import { TABLE } from '../results/table/texts';
import { REPORT } from './texts';

interface ReportTableProps {
  readonly rows: readonly ResultRow[];
  readonly ks: readonly number[];
  readonly sides: SideNames;
  readonly baseline: BaselineInView;
}

/** Every cell in both directions, in the order computed. */
export function ReportTable({ rows, ks, sides, baseline }: ReportTableProps) {
  const k = ks[primaryKIndex(ks)];
  const { inWords, isPaired, pinned } = baseline;
  const columns = [
    ...cellColumns(ks),
    ...tableColumns({ rows, directions: DIRECTIONS, ks, k, sides, baseline: inWords }),
  ];
  const directions = DIRECTIONS.map((direction) => ({
    initials: directionInitials(sides, direction),
    name: directionName(sides, direction),
  }));
  return (
    <section>
      <h2>{REPORT.table}</h2>
      <p className="note">
        {REPORT.tableNote(directions)}
        {pinned && ` ${isPaired ? BASELINE_TEXT.paired(inWords) : BASELINE_TEXT.plain(inWords)}`}
      </p>
      <div className="scroll" role="region" aria-label={TABLE.label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" title={column.title}>
                  {headingOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.experiment}>
                {columns.map((column, i) => (
                  <td key={column.key}>
                    {bareTextOf(column, row)}
                    {i === 0 && row.lifted && ` ${TABLE.enlarged}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
