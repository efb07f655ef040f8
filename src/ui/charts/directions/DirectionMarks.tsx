import { useMemo } from 'react';
import { DIRECTIONS } from '../../../protocol/direction';
import { directionName } from '../../../protocol/side-names';
import { isComparedWith } from '../../../report/charts/compared-with';
import { lineBoxes, type DirectionPoint } from '../../../report/charts/direction-points';
import { LABEL } from '../../../report/charts/chart-style';
import { emphasisOf, isFaded } from '../../../report/charts/emphasis';
import { colourOf } from '../../../report/charts/encoding';
import type { Measure } from '../../../report/charts/measure';
import { placeLabels, textBox, whiskerBoxes } from '../../../report/charts/labels/place-labels';
import { againstText, qualityText } from '../../../report/charts/pointing/point-text';
import { cellName } from '../../../report/formats/spaces';
import type { Setting } from '../../../sweep/plan/setting';
import { useEmphasis } from '../emphasis';
import { Marker } from '../Marker';
import styles from '../marks.module.css';
import { BaselineRing } from '../plot/BaselineRing';
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
  readonly comparedWith: Setting | undefined;
}

/** The diagonal, and for each setting a dot with its intervals in both directions. */
export function DirectionMarks(props: DirectionMarksProps) {
  const {
    points,
    measure,
    domain: [from, to],
    comparedWith,
  } = props;
  const scales = useScales();
  const sides = useSideNames();
  const { emphasis } = useEmphasis();
  const [across, up] = DIRECTIONS.map((one) => directionName(sides, one));
  const [below, above] = [DIRECTIONS_CHART.below(across), DIRECTIONS_CHART.above(up)];
  const placed = useMemo(() => {
    if (!scales) return null;
    const [start, end] = [from, to].map((value) => ({ x: scales.x(value), y: scales.y(value) }));
    const dots = points.map((point) => ({
      point,
      x: scales.x(point.textToImage.mean),
      y: scales.y(point.imageToText.mean),
      level: [scales.x(point.textToImage.low), scales.x(point.textToImage.high)] as const,
      upright: [scales.y(point.imageToText.high), scales.y(point.imageToText.low)] as const,
      label: cellName(point),
    }));
    const { area } = scales;
    const words = [
      { x: area.x + area.width - 6, y: area.y + area.height - 12, anchor: 'end', text: below },
      { x: area.x + 8, y: area.y + 8, anchor: 'start', text: above },
    ] as const;
    const labels = placeLabels(dots, area, [
      ...lineBoxes(start, end),
      ...dots.flatMap((dot) => whiskerBoxes(dot, dot)),
      ...words.map((place) => textBox(place, place.text)),
    ]);
    return { start, end, words, dots: dots.map((dot, i) => ({ ...dot, place: labels[i] })) };
  }, [scales, points, from, to, below, above]);
  if (!scales || !placed) return null;
  const { start, end, words, dots } = placed;
  return (
    <g>
      <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} stroke="var(--front)" strokeWidth={1.5} />
      {words.map(({ x, y, anchor, text }) => (
        <text key={text} {...{ x, y }} dy="0.35em" textAnchor={anchor} {...LABEL} fontSize={11}>
          {text}
        </text>
      ))}
      {dots.map(({ point, x, y, level, upright, label, place }) => (
        <g
          key={point.experiment}
          className={styles.mark}
          data-faded={isFaded(point, emphasis) || undefined}
          data-testid="setting-in-both"
        >
          <g opacity={0.55}>
            <Whisker x={x} low={upright[1]} high={upright[0]} colour={colourOf(point.precision)} />
            <Whisker level x={y} low={level[0]} high={level[1]} colour={colourOf(point.precision)} />
          </g>
          <Marker cx={x} cy={y} space={point} precision={point.precision} />
          <PointLabel place={place} text={label} />
        </g>
      ))}
      {dots
        .filter(({ point }) => isComparedWith(point, comparedWith))
        .map(({ point, x, y }) => (
          <BaselineRing key={point.experiment} {...{ x, y }} />
        ))}
      <PointReader
        points={dots.map(({ point, x, y, label }) => ({
          key: point.experiment,
          x,
          y,
          name: label,
          text:
            `${across} ${qualityText(point.textToImage, measure.unit)}, ${up} ${qualityText(point.imageToText, measure.unit)}` +
            againstText(
              point,
              DIRECTIONS.map((one) => [directionName(sides, one), point.differences[one]] as const),
              comparedWith,
            ),
          emphasis: emphasisOf(point),
        }))}
      />
    </g>
  );
}
