import { finding } from '../../report/finding/finding';
import type { ResultRow } from '../../sweep/results/result';
import { useSideNames } from '../charts/side-names';
import styles from './FindingText.module.css';

interface FindingTextProps {
  readonly rows: readonly ResultRow[];
  readonly k: number;
  readonly kIndex: number;
  onCell(experiment: string): void;
}

/** The answer first: what the rows show, in words; every number leads to its cell. */
export function FindingText({ rows, k, kIndex, onCell }: FindingTextProps) {
  const parts = finding(rows, k, kIndex, useSideNames());
  if (parts.length === 0) return null;
  return (
    <p className={styles.finding} data-testid="finding" aria-live="polite">
      {parts.map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <button key={i} type="button" className={styles.cell} onClick={() => onCell(part.experiment)}>
            {part.text}
          </button>
        ),
      )}
    </p>
  );
}
