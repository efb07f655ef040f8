import { fastest, type Candidate, type TimedCandidate } from '../../../report/choose/choose';
import { percent } from '../../../report/formats/format';
import { speedText } from '../../../report/formats/speed';
import { CellButton } from './ChoiceCard';
import styles from './Chooser.module.css';
import { MeasureSpeed } from './MeasureSpeed';
import { CHOOSE, FASTEST, vectorBytes } from './texts';
import { useChangeWords } from './use-change-words';

interface FastestCardProps {
  readonly candidates: readonly Candidate[];
  onCell(experiment: string): void;
}

/** Which setting answers fastest, once that was measured; before that, what measures it. */
export function FastestCard({ candidates, onCell }: FastestCardProps) {
  const { changeOf } = useChangeWords();
  const choice = fastest(candidates);
  const lossless = choice?.lossless ?? null;
  const first = lossless?.first ?? choice?.ofAll;
  return (
    <li className={styles.card} data-testid="choice">
      <h4>{choice && !lossless ? FASTEST.ofAll : FASTEST.heading}</h4>
      {first && (
        <>
          <p className={styles.first}>
            <CellButton candidate={first} onCell={onCell} />
          </p>
          <Facts candidate={first} change={changeOf(first)} />
          {lossless && (
            <p className={styles.next}>
              {lossless.next ? (
                <>
                  {CHOOSE.next} <CellButton candidate={lossless.next} onCell={onCell} />,{' '}
                  {FASTEST.nextIs(lossless.next.speed, first.speed)}
                </>
              ) : (
                FASTEST.noNext
              )}
            </p>
          )}
          {choice && choice.ofAll !== first && (
            <p className={styles.next}>
              {FASTEST.ofAll}: <CellButton candidate={choice.ofAll} onCell={onCell} />,{' '}
              {FASTEST.ofAllIs(choice.ofAll, changeOf(choice.ofAll))}
            </p>
          )}
        </>
      )}
      <MeasureSpeed />
    </li>
  );
}

interface FactsProps {
  readonly candidate: TimedCandidate;
  readonly change: string;
}

function Facts({ candidate: { speed, bytes, recall }, change }: FactsProps) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{FASTEST.speed}</dt>
        <dd>{speedText(speed)}</dd>
      </div>
      <div>
        <dt>{CHOOSE.bytes}</dt>
        <dd>{vectorBytes(bytes)}</dd>
      </div>
      <div>
        <dt>{CHOOSE.recall}</dt>
        <dd>{percent(recall.mean)}</dd>
      </div>
      <div>
        <dt>{CHOOSE.difference}</dt>
        <dd>{change}</dd>
      </div>
    </dl>
  );
}
