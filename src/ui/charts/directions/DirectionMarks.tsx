import { useMemo } from 'react';
import { directionName } from '../../../protocol/side-names';
import { lineBoxes, type DirectionPoint } from '../../../report/charts/direction-points';
import { LABEL } from '../../../report/charts/chart-style';
import { emphasisOf, isFaded } from '../../../report/charts/emphasis';
import { colourOf } from '../../../report/charts/encoding';
import type { Measure } from '../../../report/charts/measure';
import { placeLabels } from '../../../report/charts/place-labels';
import { qualityText } from '../../../report/charts/point-text';
import { cellName } from '../../../report/formats/spaces';
import { useEmphasis } from '../emphasis';
import { Marker } from '../Marker';
import styles from '../marks.module.css';
import { PointLabel } from '../plot/PointLabel';
import { PointReader } from '../plot/PointReader';
import { useScales } from '../plot/use-scales';
import { Whisker } from '../plot/Whisker';
import { useSideNames } from '../side-names';
import { DIRECTIONS_CHART } from '../texts';

interface DirectionMarksProps {
  readonly points: readonly DirectionPoint[];
  readonly measure: Measure;
  /** Of both axes. */
  readonly domain: readonly [number, number];
}

/** The diagonal, and for each setting a dot with its intervals in both directions. */
export function DirectionMarks({ points, measure, domain: [from, to] }: DirectionMarksProps) {
  const scales = useScales();
  const sides = useSideNames();
  const { emphasis } = useEmphasis();
  const placed = useMemo(() => {
    if (!scales) return null;
    const [start, end] = [from, to].map((value) => ({ x: scales.x(value), y: scales.y(value) }));
    const dots = points.map((point) => ({
      point,
      x: scales.x(point.textToImage.mean),
      y: scales.y(point.imageToText.mean),
      level: [scales.x(point.textToImage.low), scales.x(point.textToImage.high)] as const,
      upright: [scales.y(point.imageToText.low), scales.y(point.imageToText.high)] as const,
      label: cellName(point),
    }));
    const labels = placeLabels(dots, scales.area, lineBoxes(start, end));
    return { start, end, dots: dots.map((dot, i) => ({ ...dot, place: labels[i] })) };
  }, [scales, points, from, to]);
  if (!scales || !placed) return null;
  const { start, end, dots } = placed;
  const [across, up] = (['textToImage', 'imageToText'] as const).map((one) => directionName(sides, one));
  return (
    <g>
      <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} stroke="var(--front)" strokeWidth={1.5} />
      <text
        x={scales.area.x + scales.area.width - 6}
        y={scales.area.y + scales.area.height - 8}
        textAnchor="end"
        {...LABEL}
        fontSize={11}
      >
        {DIRECTIONS_CHART.below(across)}
      </text>
      <text x={scales.area.x + 8} y={scales.area.y + 12} {...LABEL} fontSize={11}>
        {DIRECTIONS_CHART.above(up)}
      </text>
      {dots.map(({ point, x, y, level, upright, label, place }) => (
        <g
          key={point.experiment}
          className={styles.mark}
          data-faded={isFaded(point, emphasis) || undefined}
          data-testid="setting-in-both"
        >
          <g opacity={0.55}>
            <Whisker x={x} low={upright[0]} high={upright[1]} colour={colourOf(point.precision)} />
            <Whisker level x={y} low={level[0]} high={level[1]} colour={colourOf(point.precision)} />
          </g>
          <Marker cx={x} cy={y} space={point} precision={point.precision} />
          <PointLabel place={place} text={label} />
        </g>
      ))}
      <PointReader
        points={dots.map(({ point, x, y, label }) => ({
          key: point.experiment,
          x,
          y,
          name: label,
          text: `${across} ${qualityText(point.textToImage, measure.unit)}, ${up} ${qualityText(point.imageToText, measure.unit)}`,
          emphasis: emphasisOf(point),
        }))}
      />
    </g>
  );
}
