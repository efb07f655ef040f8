import { useMemo } from 'react';
import { SPEED } from '../../../report/charts/along';
import { speedAxis } from '../../../report/charts/axes/speed-axis';
import type { SpeedPoint } from '../../../report/charts/quality-point';
import { QualityPlot, type QualityProps } from '../frontier/QualityPlot';
import { SPEED_CHART } from '../texts';

/** Pixels that a tick of the axis of speed needs. */
const TICK = 64;

/** Quality against queries per second (logarithmic) with the spread of the samples, and the front of what no other setting beats. */
export function SpeedChart(props: QualityProps<SpeedPoint>) {
  const { points, width } = props;
  const x = useMemo(() => {
    const speeds = points.flatMap(({ speed }) => [speed.slowest, speed.fastest]);
    return speedAxis(speeds, Math.floor(width / TICK));
  }, [points, width]);
  return <QualityPlot {...props} along={SPEED} x={x} xTitle={SPEED_CHART.x} />;
}
