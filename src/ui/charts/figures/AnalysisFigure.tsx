import { DIRECTIONS } from '../../../protocol/direction';
import { TEXT_AND_IMAGE } from '../../../protocol/side-names';
import type { RunRecord } from '../../../protocol/run-record';
import type { ResultRow } from '../../../sweep/results/result';
import { spacesOf } from '../../../sweep/plan/spaces';
import { DominatedEntry } from '../DominatedEntry';
import { Legend } from '../Legend';
import { SideNamesContext } from '../side-names';
import { analysisCharts } from './analysis-charts';
import styles from './figure.module.css';
import { FigureTitle } from './FigureTitle';

/** Pixels of the figure and of a chart in it. */
const FIGURE = { width: 1120, chart: { width: 540, height: 320 } } as const;

interface AnalysisFigureProps {
  readonly rows: readonly ResultRow[];
  readonly record: Pick<RunRecord, 'sweep' | 'vectors' | 'data'>;
  /** What the rows' differences and losses are from, in words. */
  readonly against: string;
}

/** Both directions of the charts, with what was measured in the title. */
export function AnalysisFigure({ rows, record, against }: AnalysisFigureProps) {
  const { sweep, vectors } = record;
  const sides = record.data.sides ?? TEXT_AND_IMAGE;
  return (
    <SideNamesContext value={sides}>
      <div style={{ width: FIGURE.width }}>
        <FigureTitle record={record} />
        <div className={styles.charts}>
          {DIRECTIONS.map((direction) => (
            <div key={direction}>
              {analysisCharts(rows, record, sides, direction, FIGURE.chart, against).map(
                ({ title, legend, chart }) => (
                  <div key={title}>
                    <h3>
                      <span data-figure-text="">{title}</span>
                    </h3>
                    {legend}
                    {chart}
                  </div>
                ),
              )}
            </div>
          ))}
        </div>
        <Legend
          spaces={spacesOf(sweep, vectors)}
          precisions={sweep.precisions}
          directions={DIRECTIONS}
          chance
        >
          <DominatedEntry />
        </Legend>
      </div>
    </SideNamesContext>
  );
}
