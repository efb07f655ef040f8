import { useMemo, type ReactNode } from 'react';
import type { Along } from '../../../report/charts/along';
import type { Axis } from '../../../report/charts/axes/axis';
import { dotsAxis } from '../../../report/charts/axes/quality-axis';
import { MARGIN, type ChartSize } from '../../../report/charts/chart-style';
import { fronts } from '../../../report/charts/frontier';
import type { Measure } from '../../../report/charts/measure';
import type { QualityPoint } from '../../../report/charts/quality-point';
import { PartInTurn } from '../frame/InTurn';
import { ChanceLine } from '../plot/ChanceLine';
import { Plot } from '../plot/Plot';
import { PLOT } from '../texts';
import { FrontierMarks } from './FrontierMarks';

/** What is drawn of quality against something else. */
export interface QualityProps<P extends QualityPoint> extends ChartSize {
  readonly points: readonly P[];
  readonly measure: Measure;
  /** What a random order scores here; NaN where that differs between the points. */
  readonly chance: number;
  /** Whether the axis of quality is whole: see `qualityAxis`. */
  readonly whole: boolean;
  /** Along the horizontal axis, where a line stands across the plot. */
  readonly lineAt?: number;
  /** More marks, below the others. */
  readonly children?: ReactNode;
}

interface QualityPlotProps<P extends QualityPoint> extends QualityProps<P> {
  /** What lies along the horizontal axis, that axis, and its title. */
  readonly along: Along<P>;
  readonly x: Axis;
  readonly xTitle: string;
}

/** Quality against something else, with the level of chance and the front of what no other setting beats. */
export function QualityPlot<P extends QualityPoint>(props: QualityPlotProps<P>) {
  const { points, measure, chance, whole, along, lineAt, x, xTitle, width, height, children } = props;
  const { y, front } = useMemo(
    () => ({ y: dotsAxis(points, measure, whole), front: fronts(points, measure, along) }),
    [points, measure, whole, along],
  );
  const chanceLabel = PLOT.chance(measure.label);
  return (
    <Plot {...{ width, height, x, y, xTitle }} yTitle={measure.label} margin={{ ...MARGIN, top: 26 }}>
      {children}
      <ChanceLine points={[{ x: x.domain[0], y: chance }]} axis={y} label={chanceLabel} />
      <PartInTurn>
        <FrontierMarks fronts={front} {...{ points, measure, along, chance, chanceLabel, lineAt }} />
      </PartInTurn>
    </Plot>
  );
}
