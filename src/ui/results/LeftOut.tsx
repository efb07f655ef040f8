import type { LeftOutRecord } from '../../protocol/run-record';
import type { RunState } from '../../state/lab-state';
import styles from './LeftOut.module.css';
import { LEFT_OUT } from './texts';

const SHOWN = 500;

interface LeftOutProps extends Pick<RunState, 'retried'> {
  readonly items: readonly LeftOutRecord[];
  /** Asks for the pictures among them again; absent where that cannot be done. */
  readonly onRetry?: (() => void) | undefined;
}

/** Pictures and captions that are not part of the run, counted by reason; each reason opens into a list of ids. */
export function LeftOut({ items, retried, onRetry }: LeftOutProps) {
  if (items.length === 0 && !retried) return null;
  const pictures = items.filter(({ what }) => what === 'image').length;
  const groups = new Map<string, LeftOutRecord[]>();
  for (const item of items) {
    const key = `${item.what}: ${item.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return (
    <section className={styles.leftOut} data-testid="left-out" aria-label={LEFT_OUT.label}>
      <h3 data-testid="left-out-count">{LEFT_OUT.heading(items.length)}</h3>
      {retried && (
        <p role="status" data-testid="retried">
          {LEFT_OUT.retried(retried.asked, retried.recovered)}
        </p>
      )}
      {onRetry && pictures > 0 && (
        <p>
          <button type="button" onClick={onRetry}>
            {LEFT_OUT.retry}
          </button>{' '}
          {LEFT_OUT.retryWhy(pictures)}
        </p>
      )}
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
