import { LOSS_PARTS } from '../../../report/charts/losses';
import styles from '../Legend.module.css';
import { LOSS } from '../texts';

/** What the parts of a loss bar stand for. */
export function LossLegend() {
  return (
    <ul className={styles.legend} aria-label={LOSS.parts}>
      {LOSS_PARTS.map((part) => (
        <li key={part}>
          <svg width="14" height="10" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="9" fill={`var(--loss-${part})`} />
          </svg>
          <span data-figure-text="">{LOSS.partLabels[part]}</span>
        </li>
      ))}
    </ul>
  );
}
