import { DIRECTIONS } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { RunRecord } from '../../protocol/run-record';
import type { ResultRow } from '../../sweep/results/result';
import { analysisCharts } from '../charts/figures/analysis-charts';
import { onStage } from '../charts/figures/stage';
import { SideNamesContext } from '../charts/side-names';
import { standaloneSvg } from './standalone-svg';

/** Pixels of a chart as it is drawn; the report scales it. */
const CHART = { width: 440, height: 280 } as const;

/** A chart that needs nothing but the colours of the theme. */
interface DrawnChart {
  readonly title: string;
  /** An SVG element, safe to be put in a page. */
  readonly svg: string;
  /** Whether its colours are those of the parts of a loss. */
  readonly isLoss: boolean;
}

/** The charts of one direction, and its name. */
export interface DrawnDirection {
  readonly name: string;
  readonly charts: readonly DrawnChart[];
}

/**
 * Draws the charts of a run for its report.
 * @param against what the rows' differences and losses are from, in words
 */
export async function drawCharts(
  rows: readonly ResultRow[],
  record: RunRecord,
  against: string,
): Promise<DrawnDirection[]> {
  const sides = record.data.sides ?? TEXT_AND_IMAGE;
  const drawn: DrawnDirection[] = [];
  for (const direction of DIRECTIONS) {
    const name = directionName(sides, direction);
    const charts = analysisCharts(rows, record, sides, direction, CHART, against);
    const svgs = await onStage(
      <SideNamesContext value={sides}>
        {charts.map(({ title, chart }) => (
          <div key={title}>{chart}</div>
        ))}
      </SideNamesContext>,
      (stage) =>
        Array.from(stage.children, (box, i) =>
          standaloneSvg(box.querySelector('svg')!, `${name}: ${charts[i].title}`),
        ),
    );
    drawn.push({
      name,
      charts: charts.map(({ title, legend }, i) => ({ title, svg: svgs[i], isLoss: legend !== undefined })),
    });
  }
  return drawn;
}
