import { isComplete, type Stage } from '../../../run/progress';
import { PROGRESS } from '../texts';
import styles from './Progress.module.css';
import { countsOf, speedOf } from './stage-words';

interface ProgressProps {
  readonly stages: readonly Stage[];
  readonly running: boolean;
}

/** Every stage of the run so far: bar, counts, rate and time left. */
export function Progress({ stages, running }: ProgressProps) {
  return (
    <ol className={styles.stages} aria-label={PROGRESS.label} data-testid="stages">
      {stages.map((stage) => (
        <li key={stage.name} className={isComplete(stage) ? styles.complete : undefined} data-testid="stage">
          <div className={styles.head}>
            <span>{PROGRESS.stages[stage.name]}</span>
            <span className={styles.count}>{countsOf(stage)}</span>
          </div>
          <progress
            aria-label={PROGRESS.stages[stage.name]}
            {...(stage.total > 0 || !running ? { value: stage.done, max: stage.total || 1 } : {})}
          />
          <p className={styles.note}>{[speedOf(stage), stage.detail].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ol>
  );
}
