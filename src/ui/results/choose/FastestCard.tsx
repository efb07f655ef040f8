import { fastest, type Candidate, type TimedCandidate } from '../../../report/choose/choose';
import { percent } from '../../../report/formats/format';
import { speedText } from '../../../report/formats/speed';
import { CellButton } from './ChoiceCard';
import styles from './Chooser.module.css';
import { MeasureSpeed } from './MeasureSpeed';
import { CHOOSE, FASTEST, vectorBytes } from './texts';

interface FastestCardProps {
  readonly candidates: readonly Candidate[];
  onCell(experiment: string): void;
}

/** Which setting answers fastest, once that was measured; before that, what measures it. */
export function FastestCard({ candidates, onCell }: FastestCardProps) {
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
          <Facts candidate={first} />
          {lossless && (
            <p className={styles.next}>
              {lossless.next ? (
                <>
                  {CHOOSE.next} <CellButton candidate={lossless.next} onCell={onCell} />,{' '}
                  {FASTEST.nextIs(lossless.next.speed, first.speed)}
                </>
              ) : (
                CHOOSE.noNext
              )}
            </p>
          )}
          {choice && choice.ofAll !== first && (
            <p className={styles.next}>
              {FASTEST.ofAll}: <CellButton candidate={choice.ofAll} onCell={onCell} />,{' '}
              {FASTEST.ofAllIs(choice.ofAll)}
            </p>
          )}
        </>
      )}
      <MeasureSpeed />
    </li>
  );
}

function Facts({ candidate: { speed, bytes, recall, difference } }: { readonly candidate: TimedCandidate }) {
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
        <dd>{CHOOSE.change(difference)}</dd>
      </div>
    </dl>
  );
}
