import type { LeftOutRecord } from '../../protocol/run-record';
import styles from './LeftOut.module.css';
import { LEFT_OUT } from './texts';

const SHOWN = 500;

/** Pictures and captions that are not part of the run, counted by reason; each reason opens into a list of ids. */
export function LeftOut({ items }: { readonly items: readonly LeftOutRecord[] }) {
  if (items.length === 0) return null;
  const groups = new Map<string, LeftOutRecord[]>();
  for (const item of items) {
    const key = `${item.what}: ${item.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return (
    <section className={styles.leftOut} data-testid="left-out" aria-label={LEFT_OUT.label}>
      <h3 data-testid="left-out-count">{LEFT_OUT.heading(items.length)}</h3>
      {[...groups].map(([key, group]) => (
        <details key={key}>
          <summary data-testid="left-out-reason">
            {LEFT_OUT.reason(group.length, LEFT_OUT.kinds[group[0].what], group[0].reason)}
          </summary>
          <p className={styles.ids}>
            {group
              .slice(0, SHOWN)
              .map((item) => item.fileName ?? item.id)
              .join(', ')}
            {group.length > SHOWN && LEFT_OUT.more(group.length - SHOWN)}
          </p>
        </details>
      ))}
    </section>
  );
}
