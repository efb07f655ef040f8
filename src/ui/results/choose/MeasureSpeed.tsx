import { messageOf } from '../../../lib/errors';
import { part } from '../../../lib/part';
import { isExample, isRunning, type SpeedsState } from '../../../state/lab-state';
import { canMeasureSpeed } from '../../../state/speed/can-measure';
import { notify } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import { isUnsteady, settingsOf } from '../../../sweep/results/with-speeds';
import { millisecondsLeft } from '../../../sweep/speed/time-left';
import button from '../../primitives/button.module.css';
import text from '../../primitives/text.module.css';
import styles from './Chooser.module.css';
import { MEASURE_SPEED } from './texts';

/** Does something with what measures, which is fetched when it is first needed. */
const measuring = (act: (part: typeof import('../../../state/speed/measure-speed')) => void): void =>
  void part(import('../../../state/speed/measure-speed')).then(act, (error: unknown) =>
    notify(messageOf(error)),
  );

/** What measures the speed of the settings of the run on screen, how far that is, and what was measured. */
export function MeasureSpeed() {
  const speeds = useLab((state) => state.speeds);
  const rows = useLab((state) => state.run.rows);
  const may = useLab(canMeasureSpeed);
  const running = useLab(isRunning);
  const example = useLab(isExample);
  const all = settingsOf(rows).length;
  const known = settingsOf(rows.filter(({ gallerySpeed }) => gallerySpeed)).length;
  const unsteady = settingsOf(rows.filter(isUnsteady)).length;
  if (speeds && speeds.kind !== 'failed') return <Going speeds={speeds} />;
  if (!may) {
    if (known > 0) return null;
    const why = running
      ? MEASURE_SPEED.afterwards
      : example
        ? MEASURE_SPEED.notExample
        : MEASURE_SPEED.notOpened;
    return <p className={styles.next}>{why}</p>;
  }
  const left = known < all ? all - known : all;
  return (
    <div className={styles.measure} data-testid="measure-speed">
      <p className={styles.next}>{known < all ? MEASURE_SPEED.known(known, all) : MEASURE_SPEED.method}</p>
      <div>
        <button
          type="button"
          className={known > 0 ? button.small : button.primary}
          onClick={() => measuring(({ measureSpeed }) => void measureSpeed())}
        >
          {MEASURE_SPEED.press(known, all)}
        </button>{' '}
        {known < all && (
          <span className={styles.next}>
            {MEASURE_SPEED.about(left, millisecondsLeft(0, left, 0) / 1000)}
          </span>
        )}
      </div>
      {unsteady > 0 && <p className={styles.next}>{MEASURE_SPEED.unsteady(unsteady)}</p>}
      {speeds && <p className={text.error}>{MEASURE_SPEED.failed(speeds.error)}</p>}
    </div>
  );
}

/** How far it is, and what stops it. */
function Going({ speeds }: { readonly speeds: Exclude<SpeedsState, { kind: 'failed' }> }) {
  const isTiming = speeds.kind === 'timing';
  const words = isTiming
    ? MEASURE_SPEED.progress(Math.min(speeds.done + 1, speeds.total), speeds.total, speeds.secondsLeft)
    : MEASURE_SPEED.finding;
  return (
    <div className={styles.measure} data-testid="measure-speed">
      <progress
        aria-label={MEASURE_SPEED.label}
        {...(isTiming && { value: speeds.done, max: speeds.total })}
      />
      <p className={styles.next} aria-live="off">
        {words}
      </p>
      <div>
        <button
          type="button"
          className={button.small}
          onClick={() => measuring(({ stopMeasuringSpeed }) => stopMeasuringSpeed())}
        >
          {MEASURE_SPEED.cancel}
        </button>{' '}
        <span className={styles.next}>{MEASURE_SPEED.cancelKeeps}</span>
      </div>
    </div>
  );
}
