import { isComplete, type Stage } from '../../../run/progress';
import { secondsOf } from '../../run-words';
import { PROGRESS } from '../texts';
import styles from './Progress.module.css';
import { countsOf, speedOf } from './stage-words';

interface ProgressProps {
  readonly stages: readonly Stage[];
  readonly running: boolean;
  /** About how long the whole run still takes; null where that is not known. */
  readonly secondsLeft?: number | null;
}

/**
 * How far a run is: the stage that it is in, and those before it behind a press; of one that has ended, how long it took. Its height
 * stays the same, so that nothing below it moves.
 */
export function Progress({ stages, running, secondsLeft = null }: ProgressProps) {
  if (stages.length === 0 && !running) return null;
  const current = running ? stages.slice(-1) : [];
  const past = running ? stages.slice(0, -1) : stages;
  return (
    <div className={styles.progress} data-running={running || undefined}>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{summaryOf(past, running)}</summary>
          <Stages stages={past} running={false} />
        </details>
      )}
      <Stages stages={current} running />
      {running && secondsLeft !== null && (
        <p className={styles.note} data-testid="left-in-all">
          {PROGRESS.leftInAll(secondsLeft)}
        </p>
      )}
    </div>
  );
}

function summaryOf(past: readonly Stage[], running: boolean): string {
  if (running) return PROGRESS.before(past.length);
  const seconds = secondsOf(past);
  return past.every(isComplete) ? PROGRESS.doneIn(seconds) : PROGRESS.stoppedAfter(seconds);
}

/** Stages: bar, counts, rate and time left; of a complete one, how long it took. */
function Stages({ stages, running }: ProgressProps) {
  if (stages.length === 0) return null;
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
