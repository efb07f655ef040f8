import type { ReactElement } from 'react';
import { summaryMetrics } from '../../../report/charts/summary-series';
import type { ExportFile } from '../../../state/exports';
import type { RunState } from '../../../state/lab-state';
import { AnalysisFigure } from './AnalysisFigure';
import { rasterise } from './rasterise';
import { onStage } from './stage';
import { stageAsSvg } from './stage-as-svg';
import { SummaryFigure } from './SummaryFigure';

/**
 * The charts of a run as pictures, in the light theme whatever the page shows; none before a row was measured, and of results from a file that does not say how they were measured.
 * @param against what the rows' differences and losses are from, in words
 */
export function figureExports(
  { record, rows }: Pick<RunState, 'record' | 'rows'>,
  against: string,
): ExportFile[] {
  if (!record || rows.length === 0 || record.opened?.hasRecord === false) return [];
  const analysis = <AnalysisFigure {...{ rows, record, against }} />;
  const svg: ExportFile = {
    name: 'experiment_analysis.svg',
    make: async () => new Blob([await figureSvg(analysis)], { type: 'image/svg+xml' }),
  };
  const png = (name: string, figure: ReactElement): ExportFile => ({
    name: `${name}.png`,
    make: async () => rasterise(await figureSvg(figure)),
  });
  return [
    svg,
    png('experiment_analysis', analysis),
    ...summaryMetrics(record.sweep.ks).map((metric) =>
      png(metric.fileName, <SummaryFigure rows={rows} record={record} metric={metric} />),
    ),
  ];
}

/** The figure with every CSS variable resolved, so that it stands alone. */
const figureSvg = (figure: ReactElement): Promise<string> => onStage(figure, stageAsSvg);
