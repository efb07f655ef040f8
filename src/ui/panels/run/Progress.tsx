import { isComplete, type Stage } from '../../../run/progress';
import { secondsOf } from '../../run-words';
import { PROGRESS } from '../texts';
import styles from './Progress.module.css';
import { countsOf, speedOf } from './stage-words';

interface ProgressProps {
  readonly stages: readonly Stage[];
  readonly running: boolean;
}

/** How far a run is; of one that has ended, how long it took, which opens into its stages. */
export function Progress({ stages, running }: ProgressProps) {
  if (running || stages.length === 0) return <Stages stages={stages} running={running} />;
  const seconds = secondsOf(stages);
  return (
    <details className={styles.ended}>
      <summary>
        {stages.every(isComplete) ? PROGRESS.doneIn(seconds) : PROGRESS.stoppedAfter(seconds)}
      </summary>
      <Stages stages={stages} running={false} />
    </details>
  );
}

/** Every stage so far: bar, counts, rate and time left; of a complete one, how long it took. */
function Stages({ stages, running }: ProgressProps) {
  return (
    <ol className={styles.stages} aria-label={PROGRESS.label} data-testid="stages">
      {stages.map((stage) => (
        <li key={stage.name} className={isComplete(stage) ? styles.complete : undefined} data-testid="stage">
          <div className={styles.head}>
            <span>{PROGRESS.stages[stage.name]}</span>
            <span className={styles.count}>{countsOf(stage)}</span>
          </div>
          {!isComplete(stage) && (
            <progress
              aria-label={PROGRESS.stages[stage.name]}
              {...(stage.total > 0 || !running ? { value: stage.done, max: stage.total || 1 } : {})}
            />
          )}
          <p className={styles.note}>{[speedOf(stage), stage.detail].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ol>
  );
}
