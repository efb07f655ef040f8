import { useState } from 'react';
import { cellKey } from '../../../sweep/plan/setting';
import type { Direction } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import type { Precision } from '../../../protocol/sweep-config';
import { roundPoints } from '../../../report/charts/losses';
import { lossMapColumns, lossStepColumns } from '../../../report/charts/told/loss-columns';
import { toCsv } from '../../../report/files/csv';
import { lossStepBars, lossStepsInWords } from '../../../report/finding/loss-words';
import { poolInWords, type Pool } from '../../../report/formats/pools';
import { cellName, compareSettings } from '../../../report/formats/spaces';
import type { Space } from '../../../sweep/plan/spaces';
import type { Difference, ResultRow } from '../../../sweep/results/result';
import { InlineSelect } from '../../primitives/InlineSelect';
import text from '../../primitives/text.module.css';
import { useBaseline } from '../baseline';
import chart from '../chart.module.css';
import { ChartFrame } from '../frame/ChartFrame';
import { DIRECTION_FILE_NAMES } from '../frame/direction-file-names';
import { useSideNames } from '../side-names';
import { LOSS } from '../texts';
import styles from './LossFigures.module.css';
import { LossMap } from './LossMap';
import { LossStepsChart, lossStepsHeight } from './LossStepsChart';
import { useLossSteps } from './use-loss-steps';

interface LossFiguresProps {
  readonly rows: readonly ResultRow[];
  readonly spaces: readonly Space[];
  readonly precisions: readonly Precision[];
  readonly directions: readonly Direction[];
  readonly pool: Pool;
  readonly k: number;
  readonly kIndex: number;
  onCell(experiment: string): void;
}

/** So many columns of the map fit beside the chart. */
const FITTING = 4;
/** Steps of the axis. */
const MOST = 6;

/** How much every cell of one pool size loses, and of one of them what each step costs; both directions by the same scales. */
export function LossFigures({ directions, ...shown }: LossFiguresProps) {
  const { rows, precisions, pool, k, kIndex } = shown;
  const [chosen, setChosen] = useState<string | null>(null);
  const { inWords: against, pinned } = useBaseline();
  const sides = useSideNames();
  const cells = rows
    .filter(({ candidateSize }) => candidateSize === pool.candidateSize)
    .sort((a, b) => compareSettings(a, b));
  const others = cells.filter((row) => !pinned || cellKey(row) !== cellKey(pinned));
  const cell = cells.find((row) => cellKey(row) === chosen) ?? smallest(others) ?? cells[0];
  const steps = useLossSteps(rows, cell, directions, kIndex);
  const bars = steps.map((one) => one && lossStepBars(one));
  const ticks = ticksOf(bars.flatMap((of) => of ?? []).map(({ loss }) => loss));
  return (
    <div className={styles.both}>
      {directions.map((direction, i) => {
        const where = LOSS.where(directionName(sides, direction), poolInWords(pool));
        const own = bars[i];
        return (
          <div
            key={direction}
            className={precisions.length > FITTING ? `${chart.charts} ${chart.single}` : chart.charts}
          >
            <ChartFrame
              testId="loss-map-chart"
              name={`loss_map_recall_at_${k}_${DIRECTION_FILE_NAMES[direction]}`}
              title={LOSS.map(k, where)}
              sentence={null}
              csv={() => toCsv(lossMapColumns(k, kIndex, direction), cells)}
              legend={null}
              height={null}
              draw={() => <LossMap {...shown} direction={direction} />}
            />
            {own ? (
              <ChartFrame
                testId="loss-steps"
                name={`loss_steps_recall_at_${k}_${DIRECTION_FILE_NAMES[direction]}`}
                title={`${LOSS.bars(where)}: ${cellName(cell!)}`}
                sentence={null}
                csv={() => toCsv(lossStepColumns(k), own)}
                legend={null}
                height={lossStepsHeight(own.length)}
                draw={({ width }) => <LossStepsChart {...{ ticks, k, width }} bars={own} />}
                above={
                  <div className={styles.of}>
                    <InlineSelect
                      label={LOSS.explained}
                      options={cells.map((row) => [cellKey(row), cellName(row)] as const)}
                      value={cellKey(cell!)}
                      onChange={setChosen}
                    />
                  </div>
                }
                below={lossStepsInWords(steps[i]!, k, against).map((sentence) => (
                  <p key={sentence} className={`${text.why} ${styles.words}`}>
                    {sentence}
                  </p>
                ))}
              />
            ) : (
              <figure>
                <figcaption>{LOSS.bars(where)}</figcaption>
                <p className={`${text.why} ${styles.words}`} data-testid="loss-missing">
                  {LOSS.none}
                </p>
              </figure>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The row whose vectors take least: the one with most to explain. */
const smallest = (rows: readonly ResultRow[]): ResultRow | undefined =>
  [...rows].sort((a, b) => a.memory.perVector - b.memory.perVector)[0];

function ticksOf(losses: readonly Difference[]): number[] {
  const ends = losses.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  return roundPoints(Math.max(0, -100 * Math.min(0, ...ends)), 100 * Math.max(0, ...ends), MOST);
}
