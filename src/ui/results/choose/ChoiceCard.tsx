import type { Candidate, Choice } from '../../../report/choose/choose';
import { colourOf } from '../../../report/charts/encoding';
import { percent } from '../../../report/formats/format';
import { cellName } from '../../../report/formats/spaces';
import styles from './Chooser.module.css';
import { CHOOSE, vectorBytes } from './texts';

interface ChoiceCardProps {
  readonly title: string;
  /** Null where there is none, which `why` says. */
  readonly choice: Choice | null;
  readonly why: string;
  onCell(experiment: string): void;
}

/** One way to choose: what comes first, what it costs and loses, and what would come next. */
export function ChoiceCard({ title, choice, why, onCell }: ChoiceCardProps) {
  return (
    <li className={styles.card} data-testid="choice">
      <h4>{title}</h4>
      {choice ? (
        <>
          <p className={styles.first}>
            <CellButton candidate={choice.first} onCell={onCell} />
          </p>
          <dl className={styles.facts}>
            <div>
              <dt>{CHOOSE.bytes}</dt>
              <dd>{vectorBytes(choice.first.bytes)}</dd>
            </div>
            <div>
              <dt>{CHOOSE.recall}</dt>
              <dd>{percent(choice.first.recall.mean)}</dd>
            </div>
            <div>
              <dt>{CHOOSE.difference}</dt>
              <dd>{CHOOSE.change(choice.first.difference)}</dd>
            </div>
          </dl>
          <p className={styles.next}>
            {choice.next ? (
              <>
                {CHOOSE.next} <CellButton candidate={choice.next} onCell={onCell} />,{' '}
                {CHOOSE.nextCosts(
                  choice.next.bytes - choice.first.bytes,
                  choice.next.recall.mean - choice.first.recall.mean,
                )}
              </>
            ) : (
              CHOOSE.noNext
            )}
          </p>
        </>
      ) : (
        <p className={styles.next}>{why}</p>
      )}
    </li>
  );
}

interface CellButtonProps {
  readonly candidate: Candidate;
  onCell(experiment: string): void;
}

/** A cell by its name and colour, which leads to its line in the table. */
export function CellButton({ candidate: { row }, onCell }: CellButtonProps) {
  return (
    <button type="button" className={styles.cell} onClick={() => onCell(row.experiment)}>
      <i className={styles.chip} style={{ background: colourOf(row.precision) }} aria-hidden="true" />
      {cellName(row)}
    </button>
  );
}
