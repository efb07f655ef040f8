import type { Direction } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import type { Precision } from '../../../protocol/sweep-config';
import { lossBars, withoutLoss } from '../../../report/charts/losses';
import { lossSentence } from '../../../report/finding/sentences';
import { poolInWords, type Pool } from '../../../report/formats/pools';
import type { Space } from '../../../sweep/plan/spaces';
import type { ResultRow } from '../../../sweep/results/result';
import text from '../../primitives/text.module.css';
import chart from '../chart.module.css';
import { MeasureWidth } from '../MeasureWidth';
import { useSideNames } from '../side-names';
import { LOSS } from '../texts';
import { LossChart, lossChartHeight } from './LossChart';
import styles from './LossFigures.module.css';
import { LossLegend } from './LossLegend';
import { LossMap } from './LossMap';

interface LossFiguresProps {
  readonly rows: readonly ResultRow[];
  readonly spaces: readonly Space[];
  readonly precisions: readonly Precision[];
  readonly direction: Direction;
  readonly pool: Pool;
  readonly k: number;
  readonly kIndex: number;
  onCell(experiment: string): void;
}

/** So many columns of the map fit beside the chart. */
const FITTING = 4;

/** How much every cell of one pool size loses, and where. */
export function LossFigures({ precisions, ...shown }: LossFiguresProps) {
  const { direction, pool, k } = shown;
  const where = LOSS.where(directionName(useSideNames(), direction), poolInWords(pool));
  return (
    <div className={precisions.length > FITTING ? `${chart.charts} ${chart.single}` : chart.charts}>
      <figure>
        <figcaption>{LOSS.map(k, where)}</figcaption>
        <LossMap {...shown} precisions={precisions} />
      </figure>
      <figure>
        <figcaption>{LOSS.bars(where)}</figcaption>
        <LossBars {...shown} />
      </figure>
    </div>
  );
}

type LossBarsProps = Omit<LossFiguresProps, 'spaces' | 'precisions' | 'onCell'>;

function LossBars({ rows, direction, pool: { candidateSize }, k, kIndex }: LossBarsProps) {
  const bars = lossBars(rows, direction, candidateSize, kIndex);
  const missing = withoutLoss(rows, direction, candidateSize);
  if (bars.length === 0)
    return (
      <p className={`${text.why} ${styles.absent}`} data-testid="loss-missing">
        {LOSS.none}
      </p>
    );
  return (
    <>
      <LossLegend />
      <MeasureWidth height={lossChartHeight(bars.length)}>
        {({ width }) => <LossChart bars={bars} k={k} width={width} />}
      </MeasureWidth>
      <ul className={text.visuallyHidden}>
        {bars.map((bar) => (
          <li key={bar.experiment}>{lossSentence(bar, k)}</li>
        ))}
      </ul>
      {missing > 0 && (
        <p className={`${text.why} ${styles.absent}`} data-testid="loss-missing">
          {LOSS.missing(missing)}
        </p>
      )}
    </>
  );
}
