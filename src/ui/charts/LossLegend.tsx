import { LOSS_PARTS, type LossPart } from '../../report/charts/losses';

const LABELS: Record<LossPart, string> = {
  pool: 'pool (a smaller one gives back)',
  dimension: 'dimension',
  precision: 'precision',
};

/** What the parts of a loss bar stand for. */
export function LossLegend() {
  return (
    <ul className="legend" aria-label="Parts of the loss">
      {LOSS_PARTS.map((part) => (
        <li key={part}>
          <svg width="14" height="10" aria-hidden="true">
            <rect
              x="0.5"
              y="0.5"
              width="13"
              height="9"
              fill={`var(--loss-${part})`}
              stroke={part === 'pool' ? 'var(--muted)' : 'none'}
            />
          </svg>
          <span data-figure-text="">{LABELS[part]}</span>
        </li>
      ))}
    </ul>
  );
}
