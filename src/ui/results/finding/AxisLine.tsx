import { colourOf } from '../../../report/charts/encoding';
import type { Axis, AxisStep } from '../../../report/finding/in-short';
import { differenceText } from '../../../report/formats/points';
import { excludesZero } from '../../../sweep/results/result';
import styles from './Finding.module.css';
import { FINDING } from './texts';

interface AxisLineProps {
  readonly axis: Axis;
  /** Those measured so far, of so many. */
  readonly steps: readonly AxisStep[];
  readonly planned: number;
  /** The largest change of all lines: a bar of full length. */
  readonly largest: number;
  onCell(experiment: string): void;
}

/** What each step along an axis changes: a number, its interval and a bar. */
export function AxisLine({ axis, steps, planned, largest, onCell }: AxisLineProps) {
  return (
    <div className={styles.axis}>
      <dt>{FINDING.axes[axis]}</dt>
      {Array.from({ length: planned }, (_, i) => (
        <dd key={i} className={styles.step}>
          {i < steps.length ? <Step step={steps[i]} {...{ axis, largest, onCell }} /> : <span>…</span>}
        </dd>
      ))}
    </div>
  );
}

type StepProps = Pick<AxisLineProps, 'axis' | 'largest' | 'onCell'> & { readonly step: AxisStep };

function Step({ step: { name, row, difference }, axis, largest, onCell }: StepProps) {
  const { mean, low, high } = difference;
  const isKnown = !Number.isNaN(high - low);
  const place = (value: number) =>
    largest === 0 ? 50 : 50 + 48 * Math.max(-1, Math.min(1, value / largest));
  const isSeen = !isKnown || excludesZero(difference);
  // Other pools have other chances: more found among fewer is no gain.
  const change = axis === 'pool' || !isSeen ? styles.neither : mean < 0 ? styles.loss : styles.gain;
  return (
    <>
      <span className={styles.name}>
        {axis === 'precision' && (
          <i className={styles.chip} style={{ background: colourOf(row.precision) }} aria-hidden="true" />
        )}
        {name}
      </span>
      <button
        type="button"
        className={styles.cell}
        aria-label={`${name}: ${differenceText(difference)}. ${FINDING.points}`}
        onClick={() => onCell(row.experiment)}
      >
        {differenceText(difference)}
      </button>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path d="M50 0V8" className={styles.zero} />
        <rect
          x={Math.min(50, place(mean))}
          y="1.5"
          width={Math.abs(place(mean) - 50)}
          height="5"
          className={change}
        />
        {isKnown &&
          [styles.halo, styles.whisker].map((line) => (
            <path key={line} d={`M${place(low)} 4H${place(high)}`} className={line} />
          ))}
      </svg>
    </>
  );
}
