import type { Direction } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import {
  bestWithin,
  candidatesOf,
  smallest,
  smallestAlike,
  smallestLossless,
  type RowChange,
} from '../../../report/choose/choose';
import { poolInWords, type Pool } from '../../../report/formats/pools';
import { cellName } from '../../../report/formats/spaces';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { useBaseline } from '../../charts/baseline';
import { useSideNames } from '../../charts/side-names';
import { VIEW } from '../texts';
import { BudgetField, BudgetSlider } from './BudgetField';
import { CellButton, ChoiceCard } from './ChoiceCard';
import styles from './Chooser.module.css';
import { FastestCard } from './FastestCard';
import { CHOOSE, vectorBytes } from './texts';
import { useChangeWords } from './use-change-words';

interface ChooserProps {
  readonly rows: readonly ResultRow[];
  readonly direction: Direction | 'both';
  readonly pool: Pool | undefined;
  readonly k: number;
  readonly kIndex: number;
  /** Pairs rows by query. */
  readonly rowChange: RowChange;
  onCell(experiment: string): void;
}

/** The answer: which setting to take for so many bytes a vector, which is smallest without a loss that is seen, which is fastest. */
export function Chooser({ rows, direction, pool, k, kIndex, rowChange, onCell }: ChooserProps) {
  const budget = useLab((state) => state.shown.budget);
  const { inWords } = useBaseline();
  const sides = useSideNames();
  const { isBaseline, changeOf } = useChangeWords();
  const candidates = pool ? candidatesOf(rows, { direction, kIndex, candidateSize: pool.candidateSize }) : [];
  if (rows.length > 0 && candidates.length === 0) return <p className={styles.by}>{CHOOSE.noBytes}</p>;
  const best = bestWithin(candidates, budget);
  // Beside the baseline, the first card says the same.
  const alike = best && !isBaseline(best.first) ? smallestAlike(candidates, best.first, rowChange) : null;
  const lossless = smallestLossless(candidates);
  const least = smallest(candidates);
  const ofBaseline =
    least && least.bytes < (lossless?.first.bytes ?? 0) ? CHOOSE.smallerLose : CHOOSE.noSmaller;
  const where = [
    direction === 'both' ? VIEW.bothDirections : directionName(sides, direction),
    pool && poolInWords(pool),
  ];
  return (
    <section className={styles.chooser} aria-labelledby="choose" data-testid="chooser">
      <h3 id="choose" className={styles.heading}>
        {CHOOSE.heading}
      </h3>
      <div className={styles.question}>
        <div>
          <BudgetField budget={budget} />
          <BudgetSlider budget={budget} sizes={candidates.map(({ bytes }) => bytes)} />
        </div>
        <p className={styles.answer} aria-live="polite" data-testid="choose-answer">
          {best ? (
            <>
              {CHOOSE.take} <CellButton candidate={best.first} onCell={onCell} />,{' '}
              {vectorBytes(best.first.bytes)}, {changeOf(best.first)}
              {alike && (
                <>
                  ; <CellButton candidate={alike.alike} onCell={onCell} /> {CHOOSE.at}{' '}
                  {vectorBytes(alike.alike.bytes)} {CHOOSE.alike(alike.change)}
                </>
              )}
            </>
          ) : least ? (
            CHOOSE.nothingFits(cellName(least.row), least.bytes)
          ) : (
            CHOOSE.pending
          )}
        </p>
      </div>
      <ul className={styles.cards}>
        <ChoiceCard
          title={CHOOSE.smallest}
          choice={lossless}
          why={rows.length > 0 ? CHOOSE.noSmallest : ''}
          note={lossless && isBaseline(lossless.first) ? ofBaseline : undefined}
          noNext={CHOOSE.noMoreLossless}
          {...{ rowChange, onCell }}
        />
        <ChoiceCard
          title={CHOOSE.best(budget)}
          choice={best}
          why={rows.length > 0 ? CHOOSE.noBest : ''}
          noNext={CHOOSE.noMore}
          {...{ rowChange, onCell }}
        />
        <FastestCard candidates={candidates} onCell={onCell} />
      </ul>
      <p className={styles.by}>{CHOOSE.by(k, where.filter(Boolean).join(', '), inWords)}</p>
    </section>
  );
}
