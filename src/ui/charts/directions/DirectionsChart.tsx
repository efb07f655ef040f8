import { useMemo } from 'react';
import type { Direction } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import { qualityAxis } from '../../../report/charts/axes/quality-axis';
import { MARGIN, type ChartSize } from '../../../report/charts/chart-style';
import type { DirectionPoint } from '../../../report/charts/direction-points';
import type { Measure } from '../../../report/charts/measure';
import type { Setting } from '../../../sweep/plan/setting';
import { Plot } from '../plot/Plot';
import { useSideNames } from '../side-names';
import { DIRECTIONS_CHART } from '../texts';
import { DirectionMarks } from './DirectionMarks';

interface DirectionsChartProps extends ChartSize {
  readonly points: readonly DirectionPoint[];
  readonly measure: Measure;
  /** Whether the axes are whole: see `qualityAxis`. */
  readonly whole: boolean;
  readonly comparedWith: Setting | undefined;
}

/** What each setting finds in one direction against what it finds in the other: on the diagonal both are as good. */
export function DirectionsChart(props: DirectionsChartProps) {
  const { points, measure, whole, comparedWith, width, height } = props;
  const sides = useSideNames();
  const axis = useMemo(() => {
    const values = points.flatMap(({ textToImage: one, imageToText: other }) =>
      [one, other].flatMap(({ mean, low, high }) => [mean, low, high]),
    );
    return qualityAxis(measure.unit, values, whole);
  }, [points, measure, whole]);
  const named = (direction: Direction) =>
    DIRECTIONS_CHART.axis(measure.label, directionName(sides, direction));
  return (
    <Plot
      {...{ width, height }}
      x={axis}
      y={axis}
      xTitle={named('textToImage')}
      yTitle={named('imageToText')}
      margin={{ ...MARGIN, top: 26 }}
    >
      <DirectionMarks {...{ points, measure, comparedWith }} domain={axis.domain} />
    </Plot>
  );
}
