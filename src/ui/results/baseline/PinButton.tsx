import { cellKey } from '../../../sweep/plan/setting';
import { cellName } from '../../../report/formats/spaces';
import { pinBaseline } from '../../../state/store';
import type { ResultRow } from '../../../sweep/results/result';
import { BASELINE_TEXT } from './texts';
import styles from './PinButton.module.css';

interface PinButtonProps {
  readonly row: ResultRow;
  readonly isPinned: boolean;
}

/** Makes a cell the one that all others are compared with; pressed again, that is fp32 at the base dimension. */
export function PinButton({ row, isPinned }: PinButtonProps) {
  const label = BASELINE_TEXT.pin(cellName(row));
  return (
    <button
      type="button"
      className={styles.pin}
      aria-label={label}
      title={label}
      aria-pressed={isPinned}
      onClick={() => pinBaseline(isPinned ? null : cellKey(row))}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M5 2h6v5l2 3H3l2-3z" />
        <path d="M8 10v4.5" />
      </svg>
    </button>
  );
}
