import { compareFigures } from '../../report/figures/compare-figures';
import type { MeasuredRun } from '../../report/figures/figures';
import type { Figures } from '../../report/figures/figures-of-link';
import text from '../primitives/text.module.css';
import styles from './LinkVerdict.module.css';
import { LINK } from './texts';

interface ComparedFiguresProps {
  readonly linked: Figures;
  readonly run: MeasuredRun;
}

/** Whether a run has the numbers that the link carries, and what differs. */
export function ComparedFigures({ linked, run }: ComparedFiguresProps) {
  const { same, remarks } = compareFigures(linked, run);
  return (
    <div
      className={`${styles.verdict} ${same ? styles.same : text.caveat}`}
      role="status"
      data-testid="link-verdict"
    >
      <strong>{same ? LINK.same(run.rows.length, linked.k) : LINK.differs}</strong>
      {remarks.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
