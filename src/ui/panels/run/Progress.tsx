import { bytes, count, duration, perSecond } from '../../../report/formats/format';
import { isComplete, rate, secondsLeft, type Stage } from '../../../run/progress';
import styles from './Progress.module.css';
import { PROGRESS } from '../texts';

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

const amount = (stage: Stage, value: number): string =>
  stage.unit === 'bytes' ? bytes(value) : `${count(value)}`;

function countsOf(stage: Stage): string {
  const unit = stage.unit === 'bytes' ? '' : ` ${stage.unit}`;
  if (isComplete(stage) || stage.total === 0) return `${amount(stage, stage.done)}${unit}`;
  return `${PROGRESS.of(amount(stage, stage.done), amount(stage, stage.total))}${unit}`;
}

function speedOf(stage: Stage): string {
  if (stage.unit === 'steps' && !isComplete(stage)) return '';
  if (isComplete(stage)) return duration((stage.updated - stage.started) / 1000);
  const speed = rate(stage);
  if (speed === null) return '';
  const left = secondsLeft(stage);
  const shown = PROGRESS.perSecond(stage.unit === 'bytes' ? bytes(speed) : perSecond(speed));
  return left === null ? shown : `${shown}, ${PROGRESS.left(left)}`;
}
