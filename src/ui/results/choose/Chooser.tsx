import type { Direction } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import { bestWithin, candidatesOf, smallest, smallestLossless } from '../../../report/choose/choose';
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

interface ChooserProps {
  readonly rows: readonly ResultRow[];
  readonly direction: Direction | 'both';
  readonly pool: Pool | undefined;
  readonly k: number;
  readonly kIndex: number;
  onCell(experiment: string): void;
}

/** The answer: which setting to take for so many bytes a vector, which is smallest without a loss that is seen, which is fastest. */
export function Chooser({ rows, direction, pool, k, kIndex, onCell }: ChooserProps) {
  const budget = useLab((state) => state.shown.budget);
  const { inWords } = useBaseline();
  const sides = useSideNames();
  const candidates = pool ? candidatesOf(rows, { direction, kIndex, candidateSize: pool.candidateSize }) : [];
  if (rows.length > 0 && candidates.length === 0) return <p className={styles.by}>{CHOOSE.noBytes}</p>;
  const best = bestWithin(candidates, budget);
  const least = smallest(candidates);
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
          <p>
            {CHOOSE.before} <BudgetField budget={budget} /> {CHOOSE.after}
          </p>
          <BudgetSlider budget={budget} sizes={candidates.map(({ bytes }) => bytes)} />
        </div>
        <p className={styles.answer} aria-live="polite" data-testid="choose-answer">
          {best ? (
            <>
              {CHOOSE.take} <CellButton candidate={best.first} onCell={onCell} />,{' '}
              {vectorBytes(best.first.bytes)}, {CHOOSE.change(best.first.difference)}
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
          choice={smallestLossless(candidates)}
          why={rows.length > 0 ? CHOOSE.noSmallest : ''}
          onCell={onCell}
        />
        <ChoiceCard
          title={CHOOSE.best(budget)}
          choice={best}
          why={rows.length > 0 ? CHOOSE.noBest : ''}
          onCell={onCell}
        />
        <FastestCard candidates={candidates} onCell={onCell} />
      </ul>
      <p className={styles.by}>{CHOOSE.by(k, where.filter(Boolean).join(', '), inWords)}</p>
    </section>
  );
}
