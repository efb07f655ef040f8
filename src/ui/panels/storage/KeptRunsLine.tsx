import { deleteHistory } from '../../../state/history/history';
import { isRunning } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import { Confirm } from '../../primitives/Confirm';
import text from '../../primitives/text.module.css';
import { KEPT_RUNS } from './texts';
import styles from './StoragePanel.module.css';

/** The runs of the history, with a button to delete them all. */
export function KeptRunsLine() {
  const runs = useLab((state) => state.history.length);
  const running = useLab(isRunning);
  if (runs === 0) return null;
  return (
    <div className={styles.line} data-testid="kept-runs">
      <span>
        {KEPT_RUNS.runs(runs)}
        <span className={text.why}>{KEPT_RUNS.why}</span>
      </span>
      {!running && (
        <Confirm
          label={KEPT_RUNS.remove}
          about={KEPT_RUNS.about}
          question={KEPT_RUNS.question(runs)}
          yes={KEPT_RUNS.yes}
          onYes={() => void deleteHistory()}
        />
      )}
    </div>
  );
}
