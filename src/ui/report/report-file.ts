import { part } from '../../lib/part';
import type { ExportFile } from '../../state/exports';
import type { RunState } from '../../state/lab-state';
import type { BaselineInView } from '../charts/baseline';

/** The report of a run as a file; none before a row was measured, and of results from a file that does not say how they were measured. */
export function reportExport(run: RunState, baseline: BaselineInView): ExportFile[] {
  const { record, rows } = run;
  if (!record || rows.length === 0 || record.opened?.hasRecord === false) return [];
  return [
    {
      name: 'report.html',
      make: async () => {
        const { makeReport } = await part(import('./make-report'));
        return makeReport({ run: { ...run, record }, baseline });
      },
    },
  ];
}
