import { dismissUnfinished, goOn, readinessOf } from '../state/unfinished/offers';
import type { UnfinishedRun } from '../state/unfinished/unfinished-run';
import { isRunning } from '../state/lab-state';
import { useLab } from '../state/use-lab';
import styles from './Notices.module.css';
import button from './primitives/button.module.css';
import text from './primitives/text.module.css';
import { UNFINISHED } from './texts';

/** Runs that were under way when the page was last left; each can be gone on with or dismissed. */
export function UnfinishedRuns() {
  const unfinished = useLab((state) => state.unfinished);
  const running = useLab(isRunning);
  if (running) return null;
  return (
    <div className={styles.notices} role="status">
      {unfinished.map((run) => (
        <Offer key={run.id} run={run} />
      ))}
    </div>
  );
}

function Offer({ run }: { readonly run: UnfinishedRun }) {
  const readiness = useLab((state) => readinessOf(run, state));
  return (
    <div className={`${text.caveat} ${styles.offer}`} data-testid="unfinished">
      <p>
        {UNFINISHED.sentence(run)} {UNFINISHED.needs[readiness]}
      </p>
      {readiness !== 'gone' && (
        <button
          type="button"
          className={button.primary}
          disabled={readiness === 'to-give'}
          onClick={() => void goOn(run)}
        >
          {UNFINISHED.goOn}
        </button>
      )}
      <button type="button" onClick={() => void dismissUnfinished(run)}>
        {UNFINISHED.dismiss}
      </button>
    </div>
  );
}
