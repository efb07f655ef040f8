import type { Candidate, Choice, RowChange } from '../../../report/choose/choose';
import { colourOf } from '../../../report/charts/encoding';
import { percent } from '../../../report/formats/format';
import { cellName } from '../../../report/formats/spaces';
import type { Difference } from '../../../sweep/results/result';
import styles from './Chooser.module.css';
import { CHOOSE, vectorBytes } from './texts';
import { useChangeWords } from './use-change-words';

interface ChoiceCardProps {
  readonly title: string;
  /** Null where there is none, which `why` says. */
  readonly choice: Choice | null;
  readonly why: string;
  /** More of what comes first, where there is more to say. */
  readonly note?: string | undefined;
  /** Said where nothing comes next. */
  readonly noNext: string;
  readonly rowChange: RowChange;
  onCell(experiment: string): void;
}

/** One way to choose: what comes first, what it costs and loses, and what more bytes would find. */
export function ChoiceCard({ title, choice, why, note, noNext, rowChange, onCell }: ChoiceCardProps) {
  const { changeOf } = useChangeWords();
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
              <dd>{changeOf(choice.first)}</dd>
            </div>
          </dl>
          {note && <p className={styles.next}>{note}</p>}
          <p className={styles.next}>
            {choice.next ? (
              <>
                {CHOOSE.next} <CellButton candidate={choice.next} onCell={onCell} />,{' '}
                {CHOOSE.nextCosts(
                  choice.next.bytes - choice.first.bytes,
                  rowChange(choice.first.row, choice.next.row) ?? plainChange(choice.first, choice.next),
                )}
              </>
            ) : (
              noNext
            )}
          </p>
        </>
      ) : (
        <p className={styles.next}>{why}</p>
      )}
    </li>
  );
}

const plainChange = (from: Candidate, to: Candidate): Difference => ({
  mean: to.recall.mean - from.recall.mean,
  low: NaN,
  high: NaN,
});

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
