import { cancelRun, startRun } from '../../../state/run-controller';
import { missingData } from '../../../state/files/missing-data';
import { latestRun } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import button from '../../primitives/button.module.css';
import text from '../../primitives/text.module.css';
import panel from '../panel.module.css';
import { Progress } from './Progress';
import { useSecondsLeft } from './use-pace';
import { RunForecast } from './RunForecast';
import { WaitingFor } from './WaitingFor';
import styles from './RunPanel.module.css';
import { RUN } from '../texts';

/** Starts and stops the run, and shows how far it is. */
export function RunPanel() {
  const run = useLab(latestRun);
  const isOnScreen = useLab((state) => state.newer === null);
  const isDemo = useLab((state) => state.choices.data === 'demo' && state.choices.model === 'demo');
  const missing = useLab(missingData);
  const running = run.status === 'running';
  const secondsLeft = useSecondsLeft();
  return (
    <section className={panel.panel} aria-label={RUN.label} data-testid="run-panel">
      <div className={styles.line}>
        {running ? (
          <button type="button" className={button.large} onClick={cancelRun}>
            {RUN.cancel}
          </button>
        ) : (
          <button
            type="button"
            className={button.large}
            disabled={missing !== null}
            onClick={() => void startRun()}
          >
            {isDemo ? RUN.runDemo : RUN.run}
          </button>
        )}
        <RunForecast />
      </div>
      {missing !== null && !running && (
        <p className={text.caveat} data-testid="missing-data">
          {missing}
        </p>
      )}
      {run.error && (
        <p className={text.error} role="alert" data-testid="run-error">
          {run.error}{' '}
          {run.mayPass ? (
            <button type="button" onClick={() => void startRun()}>
              {RUN.retry}
            </button>
          ) : (
            RUN.changeFirst
          )}
        </p>
      )}
      {!(isOnScreen && run.record) &&
        run.caveats.map((sentence) => (
          <p key={sentence} className={text.caveat} data-testid="substitution">
            {sentence}
          </p>
        ))}
      {run.status === 'cancelled' && <p className={text.why}>{RUN.cancelled}</p>}
      <Progress stages={run.stages} running={running} secondsLeft={secondsLeft} />
      {run.waiting && <WaitingFor wait={run.waiting} />}
    </section>
  );
}
