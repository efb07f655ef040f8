import { CartesianGrid, ErrorBar, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { directionName } from '../../protocol/side-names';
import { AXIS, GRID, MARGIN, SHARE_AXIS, titled, type ChartSize } from '../../report/charts/chart-style';
import { colourOf, markerOf } from '../../report/charts/encoding';
import type { BytesPoint } from '../../report/charts/series';
import { share } from '../../report/formats/format';
import { hasInterval } from '../../sweep/results/result';
import { spaceName } from '../../report/formats/spaces';
import type { Space } from '../../sweep/plan/spaces';
import chart from './chart.module.css';
import { Marker } from './Marker';
import { useSideNames } from './side-names';
import { BYTES_CHART } from './texts';

interface DotsOverBytesProps extends ChartSize {
  readonly points: readonly BytesPoint[];
  readonly spaces: readonly Space[];
}

/** Recall@K against the bytes of a stored gallery vector (logarithmic): a dot with its 95 % interval for each cell. */
export function DotsOverBytes({ points: dots, spaces, width, height }: DotsOverBytesProps) {
  const points = dots.map((point) => ({
    ...point,
    mean: point.recall.mean,
    whisker: hasInterval(point.recall)
      ? [point.recall.mean - point.recall.low, point.recall.high - point.recall.mean]
      : [0, 0],
  }));
  const sizes = [...new Set(points.map((point) => point.bytes))].sort((a, b) => a - b);
  return (
    <ScatterChart width={width} height={height} margin={MARGIN}>
      <CartesianGrid {...GRID} />
      <XAxis
        {...AXIS}
        dataKey="bytes"
        type="number"
        scale="log"
        domain={sizes.length > 0 ? [sizes[0] / 1.4, sizes.at(-1)! * 1.4] : [64, 4096]}
        ticks={[16, 64, 256, 1024, 4096, 16384].filter(
          (tick) => sizes.length > 0 && tick > sizes[0] / 1.4 && tick < sizes.at(-1)! * 1.4,
        )}
        label={titled(BYTES_CHART.x)}
      />
      <YAxis {...SHARE_AXIS} dataKey="mean" type="number" />
      <Tooltip
        content={({ payload }) => <PointNote point={payload?.[0]?.payload as BytesPoint | undefined} />}
      />
      {points.map((point) => (
        <Scatter
          key={[point.experiment, point.direction, point.run].join(' ')}
          data={[point]}
          isAnimationActive={false}
          shape={({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) => (
            <Marker
              cx={cx}
              cy={cy}
              shape={markerOf(point, spaces)}
              precision={point.precision}
              direction={point.direction}
              run={point.run}
            />
          )}
        >
          <ErrorBar
            dataKey="whisker"
            direction="y"
            width={3}
            stroke={colourOf(point.precision)}
            isAnimationActive={false}
          />
        </Scatter>
      ))}
    </ScatterChart>
  );
}

function PointNote({ point }: { readonly point: BytesPoint | undefined }) {
  const sides = useSideNames();
  if (!point) return null;
  return (
    <div className={chart.note}>
      <strong>
        {point.run && `${point.run.toUpperCase()} · `}
        {spaceName(point)} · {point.precision}
      </strong>{' '}
      {directionName(sides, point.direction)}
      <br />
      {share(point.recall.mean)}
      {hasInterval(point.recall) && ` (${share(point.recall.low)}–${share(point.recall.high)})`},{' '}
      {Math.round(point.bytes)} B
    </div>
  );
}
