import { Line } from 'recharts';
import { DIRECTIONS } from '../../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../../protocol/side-names';
import type { RunRecord } from '../../../protocol/run-record';
import { summarySeries, type SummaryMetric } from '../../../report/charts/summary-series';
import type { ResultRow } from '../../../sweep/results/result';
import { spacesOf } from '../../../sweep/plan/spaces';
import { Legend } from '../Legend';
import { LinesOverPools } from '../LinesOverPools';
import { FIGURE_TEXT, PLOT } from '../texts';
import { FigureTitle } from './FigureTitle';

const CHART = { width: 760, height: 440 } as const;
const MEAN_STROKE = { stroke: 'var(--ink)', strokeWidth: 3.5 } as const;

interface SummaryFigureProps {
  readonly rows: readonly ResultRow[];
  readonly record: Pick<RunRecord, 'sweep' | 'vectors' | 'data'>;
  readonly metric: SummaryMetric;
}

/**
 * One metric against pool size, mean of both directions: a thin line for each space × precision and a thick one
 * for their mean, which is the column of `summary_by_candidate.csv`.
 */
export function SummaryFigure({ rows, record, metric }: SummaryFigureProps) {
  const { precisions } = record.sweep;
  const sides = record.data.sides ?? TEXT_AND_IMAGE;
  const spaces = spacesOf(record.sweep, record.vectors);
  return (
    <div style={{ width: CHART.width }}>
      <FigureTitle record={record} />
      <h3>
        <span data-figure-text="">
          {FIGURE_TEXT.summary(
            metric.label,
            DIRECTIONS.map((direction) => directionName(sides, direction)),
          )}
        </span>
      </h3>
      <LinesOverPools {...summarySeries(rows, metric)} {...CHART} chance={PLOT.chance(metric.label)}>
        <Line dataKey="mean" {...MEAN_STROKE} dot={false} isAnimationActive={false} />
      </LinesOverPools>
      <Legend spaces={spaces} precisions={precisions} directions={[]} chance>
        <li>
          <svg width="22" height="8" aria-hidden="true">
            <path d="M1 4H21" {...MEAN_STROKE} />
          </svg>
          <span data-figure-text="">{FIGURE_TEXT.summaryMean}</span>
        </li>
      </Legend>
    </div>
  );
}
