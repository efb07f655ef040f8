import { DIRECTIONS } from '../../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../../protocol/side-names';
import type { RunRecord } from '../../../protocol/run-record';
import { lossBars } from '../../../report/charts/losses';
import { poolInWords, poolsOf } from '../../../report/formats/pools';
import { primaryKIndex } from '../../../sweep/results/primary-k';
import type { ResultRow } from '../../../sweep/results/result';
import { spacesOf } from '../../../sweep/plan/spaces';
import { BytesChart } from '../BytesChart';
import { Legend } from '../Legend';
import { LossChart } from '../loss/LossChart';
import { LossLegend } from '../loss/LossLegend';
import { PoolChart } from '../PoolChart';
import { SideNamesContext } from '../side-names';
import { FIGURE_TEXT, LOSS } from '../texts';
import styles from './figure.module.css';
import { FigureTitle } from './FigureTitle';

/** Pixels of the figure and of a chart in it. */
const FIGURE = { width: 1120, chart: { width: 540, height: 320 } } as const;

interface AnalysisFigureProps {
  readonly rows: readonly ResultRow[];
  readonly record: Pick<RunRecord, 'sweep' | 'vectors' | 'data'>;
}

/** Both directions of the charts, with what was measured in the title. */
export function AnalysisFigure({ rows, record }: AnalysisFigureProps) {
  const { sweep } = record;
  const sides = record.data.sides ?? TEXT_AND_IMAGE;
  const kIndex = primaryKIndex(sweep.ks);
  const k = sweep.ks[kIndex];
  const pool = poolsOf(rows).at(-1)!;
  const spaces = spacesOf(sweep, record.vectors);

  return (
    <SideNamesContext value={sides}>
      <div style={{ width: FIGURE.width }}>
        <FigureTitle record={record} />
        <div className={styles.charts}>
          {DIRECTIONS.map((direction) => {
            const chart = { rows, spaces, directions: [direction], k, kIndex, ...FIGURE.chart };
            const bars = lossBars(rows, direction, pool.candidateSize, kIndex);
            return (
              <div key={direction}>
                <h3>
                  <span data-figure-text="">{FIGURE_TEXT.poolChart(k, directionName(sides, direction))}</span>
                </h3>
                <PoolChart {...chart} />
                <h3>
                  <span data-figure-text="">{FIGURE_TEXT.bytesChart(k, poolInWords(pool))}</span>
                </h3>
                <BytesChart {...chart} candidateSize={pool.candidateSize} />
                {bars.length > 0 && (
                  <>
                    <h3>
                      <span data-figure-text="">{LOSS.figureBars(poolInWords(pool))}</span>
                    </h3>
                    <LossLegend />
                    <LossChart bars={bars} spaces={spaces} k={k} width={FIGURE.chart.width} />
                  </>
                )}
              </div>
            );
          })}
        </div>
        <Legend spaces={spaces} precisions={sweep.precisions} directions={DIRECTIONS} />
      </div>
    </SideNamesContext>
  );
}
