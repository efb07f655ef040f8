import type { OpenedResults } from '../../report/opened/read-results';
import { NO_RUN, type RunState } from '../lab-state';

/** Results that were read from a file as a run that has ended. Nothing of it is in memory, so it is as one that was read back. */
export const openedRun = ({ rows, record, caveats }: OpenedResults): RunState => ({
  ...NO_RUN,
  status: 'done',
  rows,
  plannedRows: rows.length,
  leftOut: record.data.leftOut,
  caveats,
  record,
  restored: true,
});
