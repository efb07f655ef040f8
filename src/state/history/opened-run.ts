import { readResults } from '../../report/opened/read-results';
import { NO_RUN, type RunState } from '../lab-state';

/**
 * A file of results as a run that has ended. Nothing of it is in memory, so it is as one that was read back.
 * @param at when it is opened, ISO 8601
 * @throws InputError where the file cannot be read, see `readResults`
 */
export function openedRun(text: string, name: string, at: string): RunState {
  const { rows, record, caveats } = readResults(text, name, at);
  return {
    ...NO_RUN,
    status: 'done',
    rows,
    plannedRows: rows.length,
    leftOut: record.data.leftOut,
    caveats,
    record,
    restored: true,
  };
}
