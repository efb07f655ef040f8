import { useMemo } from 'react';
import { directionName } from '../../../protocol/side-names';
import { isComparedWith } from '../../../report/charts/compared-with';
import { LABEL } from '../../../report/charts/chart-style';
import { emphasisOf, isFaded } from '../../../report/charts/emphasis';
import { colourOf, DASHES, OVERLAID_DASHES } from '../../../report/charts/encoding';
import type { Measure } from '../../../report/charts/measure';
import type { PoolPanel } from '../../../report/charts/pool-panels';
import type { PoolSeries } from '../../../report/charts/series';
import { spreadLabels } from '../../../report/charts/labels/spread-labels';
import { againstText } from '../../../report/charts/pointing/point-text';
import { cellName } from '../../../report/formats/spaces';
import { formatted } from '../../../report/formats/units';
import type { Setting } from '../../../sweep/plan/setting';
import { useEmphasis } from '../emphasis';
import { Marker } from '../Marker';
import styles from '../marks.module.css';
import { BaselineRing } from '../plot/BaselineRing';
import { PointReader } from '../plot/PointReader';
import { useScales } from '../plot/use-scales';
import { useSideNames } from '../side-names';
import { POOL_CHART } from '../texts';
import { BASELINE_STROKE } from './baseline-stroke';

interface PanelLinesProps {
  readonly lines: PoolPanel['lines'];
  readonly measure: Measure;
  readonly comparedWith: Setting | undefined;
}

/** Pixels from the name of a line to the next. */
const APART = 12;

/** A line for each precision, direction and run, with its name at its end; what is pointed at stays, the others fade. That of the cell that others are compared with is thick. */
export function PanelLines({ lines, measure, comparedWith }: PanelLinesProps) {
  const scales = useScales();
  const sides = useSideNames();
  const { emphasis } = useEmphasis();
  const placed = useMemo(() => {
    if (!scales) return [];
    const { area } = scales;
    const drawn = lines.map((line) => ({
      line,
      places: line.points.map((point) => ({
        ...point,
        x: scales.x(point.candidates),
        y: scales.y(point.value),
      })),
    }));
    const ends = drawn.map(({ places }) => places.at(-1)!.y);
    const labels = spreadLabels(ends, APART, area.y, area.y + area.height);
    return drawn.map((one, i) => ({ ...one, label: labels[i] }));
  }, [scales, lines]);
  if (!scales) return null;
  const end = scales.area.x + scales.area.width;
  return (
    <g>
      {placed.map(({ line, places, label }) => (
        <g key={line.id} className={styles.mark} data-faded={isFaded(line, emphasis) || undefined}>
          <path
            d={`M${places.map(({ x, y }) => `${x} ${y}`).join('L')}`}
            fill="none"
            stroke={colourOf(line.precision)}
            strokeWidth={isComparedWith(line, comparedWith) ? BASELINE_STROKE : 1.75}
            strokeDasharray={dashesOf(line)}
          />
          {places.map(({ candidates, x, y }) => (
            <Marker
              key={candidates}
              cx={x}
              cy={y}
              space={line}
              precision={line.precision}
              direction={line.direction}
              run={line.run}
            />
          ))}
          <path
            d={`M${places.at(-1)!.x + 6} ${places.at(-1)!.y}L${end + 2} ${label}`}
            fill="none"
            stroke={colourOf(line.precision)}
            strokeWidth={0.75}
          />
          <text x={end + 5} y={label} dy="0.35em" {...LABEL} fontSize={11} fill="var(--ink)">
            {endName(line)}
          </text>
        </g>
      ))}
      {placed
        .filter(({ line }) => isComparedWith(line, comparedWith))
        .map(({ line, places }) => (
          <BaselineRing key={line.id} x={places.at(-1)!.x} y={places.at(-1)!.y} />
        ))}
      <PointReader
        points={placed.flatMap(({ line, places }) =>
          places.map(({ candidates, value, difference, x, y }) => ({
            key: `${line.id} ${candidates}`,
            x,
            y,
            name: [runName(line), cellName(line)].filter(Boolean).join(' · '),
            text:
              [
                line.direction && directionName(sides, line.direction),
                `${formatted(value, measure.unit)},`,
                POOL_CHART.candidates(candidates),
              ]
                .filter(Boolean)
                .join(' ') + againstText(line, [['', difference]], comparedWith),
            emphasis: emphasisOf(line),
          })),
        )}
      />
    </g>
  );
}

const dashesOf = ({ run, direction }: PoolSeries): string =>
  run ? OVERLAID_DASHES[run] : direction ? DASHES[direction] : 'none';

const runName = ({ run }: PoolSeries): string | undefined => run?.toUpperCase();

/** What stands at the end of a line: B int8. */
const endName = (line: PoolSeries): string =>
  [runName(line), line.precision.replace('reference-', 'ref. ')].filter(Boolean).join(' ');
