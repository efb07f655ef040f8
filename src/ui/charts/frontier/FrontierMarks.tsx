import { useMemo } from 'react';
import { colourOf, DASHES, OVERLAID_DASHES } from '../../../report/charts/encoding';
import { emphasisOf, isFaded } from '../../../report/charts/emphasis';
import { frontBoxes, frontPath } from '../../../report/charts/front-path';
import type { Along } from '../../../report/charts/along';
import type { QualityPoint } from '../../../report/charts/quality-point';
import { placeLabels } from '../../../report/charts/place-labels';
import { qualityText } from '../../../report/charts/point-text';
import { cellName } from '../../../report/formats/spaces';
import type { Measure } from '../../../report/charts/measure';
import { directionName } from '../../../protocol/side-names';
import { useEmphasis } from '../emphasis';
import styles from '../marks.module.css';
import { Marker } from '../Marker';
import { PointLabel } from '../plot/PointLabel';
import { PointReader } from '../plot/PointReader';
import { useScales } from '../plot/use-scales';
import { Whisker } from '../plot/Whisker';
import { useSideNames } from '../side-names';

interface FrontierMarksProps<P> {
  readonly points: readonly P[];
  readonly fronts: readonly (readonly P[])[];
  readonly measure: Measure;
  readonly along: Along<P>;
}

/** The front as a step, and a dot with its whisker for each cell: dominated ones faint. Labels stand where there is room, those of the front first. */
export function FrontierMarks<P extends QualityPoint>({
  points,
  fronts,
  measure,
  along,
}: FrontierMarksProps<P>) {
  const scales = useScales();
  const sides = useSideNames();
  const { emphasis } = useEmphasis();
  const placed = useMemo(() => {
    if (!scales) return null;
    const onFront = new Set(fronts.flat());
    const inOrder = [...fronts.flat(), ...points.filter((point) => !onFront.has(point))];
    const dots = inOrder.map((point) => ({
      point,
      key: [point.experiment, point.direction, point.run].join(' '),
      isOnFront: onFront.has(point),
      x: scales.x(along.at(point)),
      y: scales.y(point.quality.mean),
      spread: along.spread?.(point).map((end) => scales.x(end)),
      label: cellName(point),
    }));
    const whiskers = dots.flatMap(({ point: { quality }, x, y, spread }) => {
      const [high, low] = [scales.y(quality.high), scales.y(quality.low)];
      const upright = Number.isNaN(high - low) ? [] : [{ x: x - 3, y: high, width: 6, height: low - high }];
      const level = spread ? [{ x: spread[0], y: y - 3, width: spread[1] - spread[0], height: 6 }] : [];
      return [...upright, ...level];
    });
    const steps = fronts.map((front) =>
      front.map((point) => ({ x: scales.x(along.at(point)), y: scales.y(point.quality.mean) })),
    );
    const toLeft = along.better === 'more';
    const lines = steps.flatMap((step) => frontBoxes(step, scales.area, toLeft));
    const labels = placeLabels(dots, scales.area, [...whiskers, ...lines]);
    return {
      dots: dots.map((dot, i) => ({ ...dot, place: labels[i] })),
      paths: steps.map((step) => frontPath(step, scales.area, toLeft)),
    };
  }, [scales, points, fronts, along]);
  if (!scales || !placed) return null;
  return (
    <g>
      {fronts.map((front, i) => (
        <path
          key={`${front[0].direction} ${front[0].run}`}
          d={placed.paths[i]}
          fill="none"
          stroke="var(--front)"
          strokeWidth={1.5}
          strokeDasharray={front[0].run ? OVERLAID_DASHES[front[0].run] : DASHES[front[0].direction]}
        />
      ))}
      {[...placed.dots].reverse().map(({ key, point, isOnFront, x, y, spread, label, place }) => (
        <g
          key={key}
          className={styles.mark}
          data-faded={isFaded(point, emphasis) || undefined}
          data-testid={isOnFront ? 'on-front' : 'dominated'}
        >
          <g opacity={isOnFront ? 1 : 0.4}>
            <Whisker
              x={x}
              low={scales.y(point.quality.low)}
              high={scales.y(point.quality.high)}
              colour={colourOf(point.precision)}
            />
            {spread && (
              <Whisker level x={y} low={spread[0]} high={spread[1]} colour={colourOf(point.precision)} />
            )}
            <Marker
              cx={x}
              cy={y}
              space={point}
              precision={point.precision}
              direction={point.direction}
              run={point.run}
            />
          </g>
          <PointLabel place={place} text={label} isFaint={!isOnFront} />
        </g>
      ))}
      <PointReader
        points={placed.dots.map(({ key, point, x, y }) => ({
          key,
          x,
          y,
          name: [point.run?.toUpperCase(), cellName(point)].filter(Boolean).join(' · '),
          text: `${directionName(sides, point.direction)} ${qualityText(point.quality, measure.unit)}, ${along.inWords(point)}`,
          emphasis: emphasisOf(point),
        }))}
      />
    </g>
  );
}
