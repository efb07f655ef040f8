import type { ComparedCell } from '../../explore/compare-runs';
import { share } from '../../report/formats/format';
import { points, signedPoints } from '../../report/formats/points';
import { poolName } from '../../report/formats/pools';
import { spaceName } from '../../report/formats/spaces';
import { excludesZero } from '../../sweep/results/result';
import table from '../results/table/ResultsTable.module.css';
import { COMPARE } from './texts';

const { columns } = COMPARE;

/** Cells that two runs have, one in a row. */
export function ComparedTable({ cells }: { readonly cells: readonly ComparedCell[] }) {
  return (
    <div className={table.scroll}>
      <table aria-label={COMPARE.table}>
        <thead>
          <tr>
            {Object.entries(columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.row.experiment}>
              <td>{COMPARE.spaces(spaceName(cell.row), spaceName(cell.other))}</td>
              <td>{cell.row.precision}</td>
              <td>{poolName(cell.row)}</td>
              <td>{share(cell.a)}</td>
              <td>{share(cell.b)}</td>
              <td>{differenceOf(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function differenceOf({ a, b, difference }: ComparedCell): string {
  if (!difference) return `${b > a ? '+' : ''}${points(b - a)}`;
  return `${excludesZero(difference) ? '' : '○ '}${signedPoints(difference)}`;
}
