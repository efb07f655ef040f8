import { useMemo, type ReactNode } from 'react';
import { BYTES } from '../../../report/charts/along';
import { bytesAxis } from '../../../report/charts/axes/bytes-axis';
import { qualityAxis } from '../../../report/charts/axes/quality-axis';
import { MARGIN, type ChartSize } from '../../../report/charts/chart-style';
import { fronts } from '../../../report/charts/frontier';
import type { Measure } from '../../../report/charts/measure';
import type { BytesPoint } from '../../../report/charts/quality-point';
import { ChanceLine } from '../plot/ChanceLine';
import { Plot } from '../plot/Plot';
import { FRONTIER, PLOT } from '../texts';
import { FrontierMarks } from './FrontierMarks';

interface FrontierProps extends ChartSize {
  readonly points: readonly BytesPoint[];
  readonly measure: Measure;
  /** What a random order scores here; NaN where that differs between the points. */
  readonly chance: number;
  /** Whether the axis of quality is whole: see `qualityAxis`. */
  readonly whole: boolean;
  /** More marks. */
  readonly children?: ReactNode;
}

/** Pixels that a tick of the axis of bytes needs. */
const TICK = 52;

/** Quality against the bytes of a stored gallery vector (logarithmic), with the front of what no other setting beats. */
export function Frontier({ points, measure, chance, whole, width, height, children }: FrontierProps) {
  const { x, y, front } = useMemo(() => {
    const values = points.flatMap(({ quality }) => [quality.mean, quality.low, quality.high]);
    return {
      x: bytesAxis(
        points.map((point) => point.bytes),
        Math.floor(width / TICK),
      ),
      y: qualityAxis(measure.unit, values, whole),
      front: fronts(points, measure, BYTES),
    };
  }, [points, measure, whole, width]);
  return (
    <Plot
      width={width}
      height={height}
      x={x}
      y={y}
      xTitle={FRONTIER.x}
      yTitle={measure.label}
      margin={{ ...MARGIN, top: 26 }}
    >
      <ChanceLine
        points={[{ x: x.domain[0], y: chance }]}
        domain={y.domain}
        label={PLOT.chance(measure.label)}
      />
      {children}
      <FrontierMarks points={points} fronts={front} measure={measure} along={BYTES} />
    </Plot>
  );
}
