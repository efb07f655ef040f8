import { useMemo } from 'react';
import { candidatesAxis } from '../../../report/charts/axes/candidates-axis';
import { linesAxis } from '../../../report/charts/axes/quality-axis';
import { Y_WIDTH, type ChartSize } from '../../../report/charts/chart-style';
import type { Measure } from '../../../report/charts/measure';
import { panelColumns, poolPanels } from '../../../report/charts/pool-panels';
import type { PoolPoint, PoolSeries } from '../../../report/charts/series';
import { spaceName } from '../../../report/formats/spaces';
import { spaceKey } from '../../../sweep/plan/spaces';
import { PartInTurn } from '../frame/InTurn';
import { ChanceLine } from '../plot/ChanceLine';
import { Plot } from '../plot/Plot';
import { POOL_CHART } from '../texts';
import { PanelLines } from './PanelLines';
import styles from './PoolPanels.module.css';

interface PoolPanelsProps extends ChartSize {
  readonly series: readonly PoolSeries[];
  readonly points: readonly PoolPoint[];
  readonly measure: Measure;
  /** Whether the axis of quality is whole: see `qualityAxis`. */
  readonly whole: boolean;
}

/** In a panel of fewer pixels across, a heading of more than the space would be cut. */
const NARROW = 240;
/** Pixels: the least width of a panel, its height, that of its heading, the room for the names of its lines. */
const LEAST = 200;
const PANEL = 270;
const HEADING = 20;
const MARGIN = { top: 8, right: 68, bottom: 22, left: 0 };

/** A measure against pool size, of one run or of two over each other: a panel for each dimension and projection, all with the same axes. */
export function PoolPanels({ series, points, measure, whole, width, height }: PoolPanelsProps) {
  const panels = useMemo(() => poolPanels({ series, points }), [series, points]);
  const columns = columnsOf(panels.length, width);
  const inRows = Math.ceil(panels.length / columns);
  const size = { width: Math.floor(width / columns), height: Math.floor(height / inRows) - HEADING };
  const y = useMemo(() => linesAxis({ series, points }, measure, whole), [series, points, measure, whole]);
  const chance = useMemo(() => points.map((point) => ({ x: point.candidates, y: point.chance })), [points]);
  const x = useMemo(
    () =>
      candidatesAxis(
        points.map(({ candidates }) => candidates),
        size.width - MARGIN.right - Y_WIDTH,
      ),
    [points, size.width],
  );
  return (
    <div className={styles.panels} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {panels.map(({ space, lines }) => (
        <div key={spaceKey(space)} data-testid="pool-panel">
          <p className={styles.heading}>
            <span data-figure-text="">{POOL_CHART.panel(spaceName(space), size.width < NARROW)}</span>
          </p>
          <div style={{ height: size.height }}>
            <PartInTurn>
              <Plot {...size} x={x} y={y} xTitle={POOL_CHART.x} margin={MARGIN}>
                <ChanceLine points={chance} axis={y} />
                <PanelLines lines={lines} measure={measure} />
              </Plot>
            </PartInTurn>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Panels beside each other. */
const columnsOf = (panels: number, width: number): number => panelColumns(panels, Math.floor(width / LEAST));

/** The height at which so many panels have their place in a width. */
export const poolPanelsHeight = (panels: number, width: number): number =>
  PANEL * Math.ceil(panels / columnsOf(panels, width));
