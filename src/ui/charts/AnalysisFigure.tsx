import type { SweepConfig } from '../../protocol/sweep-config';
import { DIRECTION_LABELS, DIRECTIONS } from '../../protocol/direction';
import { lossBars } from '../../report/charts/losses';
import { largestPool } from '../../report/charts/series';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { ResultRow } from '../../sweep/results/result';
import { BytesChart } from './BytesChart';
import { Legend } from './Legend';
import { LossChart } from './LossChart';
import { LossLegend } from './LossLegend';
import { PoolChart } from './PoolChart';
import { FIGURE_TEXT, LOSS } from './texts';

/** Pixels of the exported figure and of a chart in it. */
export const FIGURE = { width: 1120, chart: { width: 540, height: 320 } } as const;

interface AnalysisFigureProps {
  readonly rows: readonly ResultRow[];
  readonly record: {
    readonly sweep: SweepConfig;
    readonly data: { readonly label: string; readonly samples: number };
  };
}

/** Both directions of the charts, with what was measured in the title. */
export function AnalysisFigure({ rows, record: { sweep, data } }: AnalysisFigureProps) {
  const kIndex = primaryKIndex(sweep.ks);
  const k = sweep.ks[kIndex];
  const pool = largestPool(rows) ?? 0;

  return (
    <div style={{ width: FIGURE.width }}>
      <h2>
        <span data-figure-text="">{FIGURE_TEXT.title(data.label, data.samples, sweep.pools)}</span>
      </h2>
      <div className="figure-charts">
        {DIRECTIONS.map((direction) => {
          const chart = { rows, dims: sweep.dims, directions: [direction], k, kIndex, ...FIGURE.chart };
          const bars = lossBars(rows, direction, pool, kIndex);
          return (
            <div key={direction}>
              <h3>
                <span data-figure-text="">{FIGURE_TEXT.heading(k, DIRECTION_LABELS[direction])}</span>
              </h3>
              <PoolChart {...chart} />
              <BytesChart {...chart} candidateSize={pool} />
              {bars.length > 0 && (
                <>
                  <h3>
                    <span data-figure-text="">{LOSS.figureBars(pool)}</span>
                  </h3>
                  <LossLegend />
                  <LossChart bars={bars} dims={sweep.dims} k={k} width={FIGURE.chart.width} />
                </>
              )}
            </div>
          );
        })}
      </div>
      <Legend dims={sweep.dims} precisions={sweep.precisions} directions={DIRECTIONS} />
    </div>
  );
}
