import { useEffect } from 'react';
import { useStore } from 'zustand';
import { hostStore } from '../../state/offline/host-state';
import { takeLaunchedFiles } from '../../state/offline/launched-files';
import { startServiceWorker } from '../../state/offline/start';
import { takeUpdate } from '../../state/offline/updates';
import { isRunning } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import styles from '../Notices.module.css';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import { HOST } from './texts';

/** What the page says of its host: a newer version that waits, and why it works with one thread. */
export function HostNotes() {
  const { update, oneThread } = useStore(hostStore);
  const running = useLab(isRunning);
  useEffect(() => {
    takeLaunchedFiles();
    void startServiceWorker();
  }, []);
  return (
    <div className={styles.notices} role="status">
      {update && (
        <div className={`${text.caveat} ${styles.offer}`} data-testid="update">
          <p>{running ? HOST.updateAfterRun : HOST.update}</p>
          <button
            type="button"
            className={button.primary}
            disabled={running}
            onClick={() => void takeUpdate()}
          >
            {HOST.takeUpdate}
          </button>
        </div>
      )}
      {oneThread && (
        <div className={`${text.caveat} ${styles.offer}`} data-testid="one-thread">
          <p>{HOST.oneThread[oneThread]}</p>
          {oneThread === 'until-reload' && (
            <button type="button" disabled={running} onClick={() => location.reload()}>
              {HOST.reload}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
