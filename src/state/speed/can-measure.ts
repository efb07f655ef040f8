import { isExample, isRunning, type LabState } from '../lab-state';

/** Whether the speeds of the run on screen can be measured: it has ended, and was measured in this browser. */
export const canMeasureSpeed = (state: Pick<LabState, 'run' | 'newer' | 'example'>): boolean =>
  !isRunning(state) &&
  !isExample(state) &&
  state.run.rows.length > 0 &&
  state.run.record !== null &&
  state.run.record.opened === undefined;
