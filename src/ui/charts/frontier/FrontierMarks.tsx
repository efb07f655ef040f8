import { useMemo } from 'react';
import { chanceLabelPlace } from '../../../report/charts/labels/chance-label';
import { colourOf, DASHES, DOMINATED_OPACITY, OVERLAID_DASHES } from '../../../report/charts/encoding';
import { emphasisOf, isFaded } from '../../../report/charts/emphasis';
import { isComparedWith } from '../../../report/charts/compared-with';
import { frontBoxes, frontPath } from '../../../report/charts/front-path';
import type { Along } from '../../../report/charts/along';
import type { QualityPoint } from '../../../report/charts/quality-point';
import { placeLabels, textBox, whiskerBoxes } from '../../../report/charts/labels/place-labels';
import { againstText, qualityText } from '../../../report/charts/pointing/point-text';
import { cellName } from '../../../report/formats/spaces';
import type { Measure } from '../../../report/charts/measure';
import { directionName } from '../../../protocol/side-names';
import type { Setting } from '../../../sweep/plan/setting';
import { useEmphasis } from '../emphasis';
import styles from '../marks.module.css';
import { Marker } from '../Marker';
import { BaselineRing } from '../plot/BaselineRing';
import { PointLabel } from '../plot/PointLabel';
import { PointReader } from '../plot/PointReader';
import { useScales, type Scales } from '../plot/use-scales';
import { Whisker } from '../plot/Whisker';
import { useSideNames } from '../side-names';

interface FrontierMarksProps<P> {
  readonly points: readonly P[];
  readonly fronts: readonly (readonly P[])[];
  readonly measure: Measure;
  readonly along: Along<P>;
  /** What is drawn besides, so that no label lies on it: the level of chance with its words, and a line across the plot. */
  readonly chance: number;
  readonly chanceLabel: string;
  readonly lineAt: number | undefined;
  readonly comparedWith: Setting | undefined;
}

/** The front as a step, and a dot with its whisker for each cell: dominated ones faint. Labels stand where there is room, those of the front first. */
export function FrontierMarks<P extends QualityPoint>({
  points,
  fronts,
  measure,
  along,
  chance,
  chanceLabel,
  lineAt = NaN,
  comparedWith,
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
      upright: [scales.y(point.quality.low), scales.y(point.quality.high)] as const,
      level: inPixels(along.spread?.(point), scales),
      label: cellName(point),
    }));
    const whiskers = dots.flatMap(({ upright, level, ...place }) => whiskerBoxes(place, { upright, level }));
    const steps = fronts.map((front) =>
      front.map((point) => ({ x: scales.x(along.at(point)), y: scales.y(point.quality.mean) })),
    );
    const toLeft = along.better === 'more';
    const lines = steps.flatMap((step) => frontBoxes(step, scales.area, toLeft));
    const { area } = scales;
    const labels = placeLabels(dots, area, [
      ...whiskers,
      ...lines,
      textBox(chanceLabelPlace(area, scales.y(chance)), chanceLabel),
      { x: scales.x(lineAt) - 1, y: area.y, width: 2, height: area.height },
    ]);
    return {
      dots: dots.map((dot, i) => ({ ...dot, place: labels[i] })),
      paths: steps.map((step) => frontPath(step, scales.area, toLeft)),
    };
  }, [scales, points, fronts, along, chance, chanceLabel, lineAt]);
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
      {[...placed.dots].reverse().map(({ key, point, isOnFront, x, y, upright, level, label, place }) => (
        <g
          key={key}
          className={styles.mark}
          data-faded={isFaded(point, emphasis) || undefined}
          data-testid={isOnFront ? 'on-front' : 'dominated'}
        >
          <g opacity={isOnFront ? 1 : DOMINATED_OPACITY}>
            <Whisker x={x} low={upright[0]} high={upright[1]} colour={colourOf(point.precision)} />
            {level && (
              <Whisker level x={y} low={level[0]} high={level[1]} colour={colourOf(point.precision)} />
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
      {placed.dots
        .filter(({ point }) => isComparedWith(point, comparedWith))
        .map(({ key, x, y }) => (
          <BaselineRing key={key} {...{ x, y }} />
        ))}
      <PointReader
        points={placed.dots.map(({ key, point, x, y }) => ({
          key,
          x,
          y,
          name: [point.run?.toUpperCase(), cellName(point)].filter(Boolean).join(' · '),
          text: `${directionName(sides, point.direction)} ${qualityText(point.quality, measure.unit)}, ${along.inWords(point)}${againstText(point, [['', point.difference]], comparedWith)}`,
          emphasis: emphasisOf(point),
        }))}
      />
    </g>
  );
}

const inPixels = (ends: readonly [number, number] | undefined, { x }: Scales) =>
  ends && ([x(ends[0]), x(ends[1])] as const);
