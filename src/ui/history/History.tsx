import { useEffect, type ChangeEvent } from 'react';
import { refreshHistory } from '../../state/history/history';
import { openResults } from '../../state/history/open-results';
import { isRunning } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import styles from './History.module.css';
import { KeptRun } from './KeptRun';
import { HISTORY } from './texts';

async function pick(event: ChangeEvent<HTMLInputElement>) {
  const picked = Array.from(event.target.files ?? []);
  event.target.value = '';
  for (const file of picked) await openResults(file);
}

/** The runs that this browser keeps, the newest first. */
export function History() {
  const history = useLab((state) => state.history);
  const onScreen = useLab((state) => state.run.record?.started);
  const running = useLab(isRunning);
  useEffect(() => void refreshHistory(), []);
  return (
    <section aria-label={HISTORY.label} className={styles.history} data-testid="history">
      <p className={text.why}>
        {HISTORY.about} {history.length > 0 && <span data-testid="kept-size">{HISTORY.size(history)}</span>}
      </p>
      <p>
        <label className={button.file}>
          {HISTORY.openFile}
          <input
            type="file"
            accept=".json,.csv"
            multiple
            className={text.visuallyHidden}
            onChange={(event) => void pick(event)}
          />
        </label>{' '}
        <span className={text.why}>{HISTORY.openFileWhy}</span>
      </p>
      {running && <p className={text.why}>{HISTORY.running}</p>}
      {history.length === 0 && <p>{HISTORY.none}</p>}
      <ul className={styles.runs}>
        {history.map((entry) => (
          <KeptRun key={entry.id} entry={entry} isOnScreen={entry.id === onScreen} mayOpen={!running} />
        ))}
      </ul>
    </section>
  );
}
