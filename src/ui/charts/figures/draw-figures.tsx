import type { ReactElement } from 'react';
import type { RunRecord } from '../../../protocol/run-record';
import type { SummaryMetric } from '../../../report/charts/summary-series';
import type { ResultRow } from '../../../sweep/results/result';
import { AnalysisFigure } from './AnalysisFigure';
import { rasterise } from './rasterise';
import { onStage } from './stage';
import { stageAsSvg } from './stage-as-svg';
import { SummaryFigure } from './SummaryFigure';

/** What the pictures of a run show. */
export interface Figured {
  readonly rows: readonly ResultRow[];
  readonly record: RunRecord;
  /** What the rows' differences and losses are from, in words. */
  readonly against: string;
}

export const analysisSvg = async (figured: Figured): Promise<Blob> =>
  new Blob([await figureSvg(<AnalysisFigure {...figured} />)], { type: 'image/svg+xml' });

export const analysisPng = async (figured: Figured): Promise<Blob> =>
  rasterise(await figureSvg(<AnalysisFigure {...figured} />));

export const summaryPng = async ({ rows, record }: Figured, metric: SummaryMetric): Promise<Blob> =>
  rasterise(await figureSvg(<SummaryFigure {...{ rows, record, metric }} />));

/** The figure with every CSS variable resolved, so that it stands alone. */
const figureSvg = (figure: ReactElement): Promise<string> => onStage(figure, stageAsSvg);
