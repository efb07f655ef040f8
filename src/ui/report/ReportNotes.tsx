import type { LeftOutRecord } from '../../protocol/run-record';
import type { RunState } from '../../state/lab-state';
import { LEFT_OUT } from '../results/texts';
import { REPORT } from './texts';

/** So many names of a reason are listed. */
const LISTED = 100;

/** What a reader must know first: whether the run is whole, what was replaced, and what was left out. */
export function ReportNotes({
  rows,
  plannedRows,
  caveats,
  leftOut,
}: Pick<RunState, 'rows' | 'plannedRows' | 'caveats' | 'leftOut'>) {
  const isWhole = rows.length >= plannedRows;
  if (isWhole && caveats.length === 0 && leftOut.length === 0) return null;
  return (
    <section className="caveats">
      <h2>{REPORT.caveats}</h2>
      <ul>
        {!isWhole && <li>{REPORT.unfinished(rows.length, plannedRows)}</li>}
        {caveats.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {leftOut.length > 0 && (
          <li>
            {REPORT.leftOut(leftOut.length)}
            {[...byReason(leftOut)].map(([reason, items]) => (
              <details key={reason}>
                <summary>
                  {LEFT_OUT.reason(items.length, LEFT_OUT.kinds[items[0].what], items[0].reason)}
                </summary>
                <p className="names">
                  {items
                    .slice(0, LISTED)
                    .map(({ fileName, id }) => fileName ?? id)
                    .join(', ')}{' '}
                  {items.length > LISTED && REPORT.more(items.length - LISTED)}
                </p>
              </details>
            ))}
          </li>
        )}
      </ul>
    </section>
  );
}

function byReason(items: readonly LeftOutRecord[]): Map<string, LeftOutRecord[]> {
  const groups = new Map<string, LeftOutRecord[]>();
  for (const item of items) {
    const key = `${item.what}: ${item.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
