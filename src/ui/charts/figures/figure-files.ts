import { part } from '../../../lib/part';
import { summaryMetrics } from '../../../report/charts/summary-series';
import type { ExportFile } from '../../../state/exports';
import type { RunState } from '../../../state/lab-state';

/**
 * The charts of a run as pictures, in the light theme whatever the page shows; none before a row was measured, and of results from a file that does not say how they were measured.
 * @param against what the rows' differences and losses are from, in words
 */
export function figureExports(
  { record, rows }: Pick<RunState, 'record' | 'rows'>,
  against: string,
): ExportFile[] {
  if (!record || rows.length === 0 || record.opened?.hasRecord === false) return [];
  const figured = { rows, record, against };
  return [
    { name: 'experiment_analysis.svg', make: async () => (await drawing()).analysisSvg(figured) },
    { name: 'experiment_analysis.png', make: async () => (await drawing()).analysisPng(figured) },
    ...summaryMetrics(record.sweep.ks).map((metric) => ({
      name: `${metric.fileName}.png`,
      make: async () => (await drawing()).summaryPng(figured, metric),
    })),
  ];
}

const drawing = () => part(import('./draw-figures'));
