import type { LeftOutRecord } from '../../protocol/run-record';
import { count } from '../../report/formats/format';

const SHOWN = 500;

/** What is not part of the run, counted by reason; opens into the list of ids. */
export function LeftOut({ items }: { readonly items: readonly LeftOutRecord[] }) {
  if (items.length === 0) return null;
  const reasons = new Map<string, LeftOutRecord[]>();
  for (const item of items) {
    const reason = `${item.what === 'image' ? 'pictures' : 'captions'}: ${item.reason}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), item]);
  }
  return (
    <section className="left-out" data-testid="left-out" aria-label="Left out">
      <h3 data-testid="left-out-count">{count(items.length)} left out of this run</h3>
      {[...reasons].map(([reason, group]) => (
        <details key={reason}>
          <summary data-testid="left-out-reason">
            {count(group.length)} {reason}
          </summary>
          <p className="ids">
            {group
              .slice(0, SHOWN)
              .map((item) => item.fileName ?? item.id)
              .join(', ')}
            {group.length > SHOWN &&
              ` … and ${count(group.length - SHOWN)} more, all in experiment_results.json`}
          </p>
        </details>
      ))}
    </section>
  );
}
