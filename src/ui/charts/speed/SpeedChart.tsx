import { useMemo } from 'react';
import { SPEED } from '../../../report/charts/along';
import { qualityAxis } from '../../../report/charts/axes/quality-axis';
import { speedAxis } from '../../../report/charts/axes/speed-axis';
import { MARGIN, type ChartSize } from '../../../report/charts/chart-style';
import { fronts } from '../../../report/charts/frontier';
import type { Measure } from '../../../report/charts/measure';
import type { SpeedPoint } from '../../../report/charts/quality-point';
import { FrontierMarks } from '../frontier/FrontierMarks';
import { ChanceLine } from '../plot/ChanceLine';
import { Plot } from '../plot/Plot';
import { PLOT, SPEED_CHART } from '../texts';

interface SpeedChartProps extends ChartSize {
  readonly points: readonly SpeedPoint[];
  readonly measure: Measure;
  /** What a random order scores here; NaN where that differs between the points. */
  readonly chance: number;
  /** Whether the axis of quality is whole: see `qualityAxis`. */
  readonly whole: boolean;
}

/** Pixels that a tick of the axis of speed needs. */
const TICK = 64;

/** Quality against queries per second (logarithmic) with the spread of the samples, and the front of what no other setting beats. */
export function SpeedChart({ points, measure, chance, whole, width, height }: SpeedChartProps) {
  const { x, y, front } = useMemo(() => {
    const qualities = points.flatMap(({ quality }) => [quality.mean, quality.low, quality.high]);
    const speeds = points.flatMap(({ speed }) => [speed.slowest, speed.fastest]);
    return {
      x: speedAxis(speeds, Math.floor(width / TICK)),
      y: qualityAxis(measure.unit, qualities, whole),
      front: fronts(points, measure, SPEED),
    };
  }, [points, measure, whole, width]);
  return (
    <Plot
      {...{ width, height, x, y }}
      xTitle={SPEED_CHART.x}
      yTitle={measure.label}
      margin={{ ...MARGIN, top: 26 }}
    >
      <ChanceLine
        points={[{ x: x.domain[0], y: chance }]}
        domain={y.domain}
        label={PLOT.chance(measure.label)}
      />
      <FrontierMarks points={points} fronts={front} measure={measure} along={SPEED} />
    </Plot>
  );
}
