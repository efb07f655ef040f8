import { counted, duration } from '../report/formats/format';
import { isComplete, type Stage } from '../run/progress';
import type { RunState } from '../state/lab-state';
import { PROGRESS } from './panels/texts';
import { PAGE } from './texts';

/** So much of a stage is done before it is said again, in percent. */
const STEP = 20;

/** How far a run is, in words that change seldom enough to be read aloud; empty where there is none. */
export function runInWords({ status, stages, rows, error }: RunState): string {
  const stage = stages.at(-1);
  switch (status) {
    case 'idle':
      return '';
    case 'running':
      return stage ? `${PROGRESS.stages[stage.name]}, ${Math.floor(percentOf(stage) / STEP) * STEP} %` : '';
    case 'done':
      return `Done: ${counted(rows.length, 'cell')} in ${duration(secondsOf(stages))}.`;
    case 'cancelled':
      return `Cancelled. ${counted(rows.length, 'cell')} finished.`;
    case 'failed':
      return `The run failed: ${error}`;
  }
}

/** The title of the tab: how far the run is, before the name of the page. */
export function titleOf({ status, stages }: Pick<RunState, 'status' | 'stages'>): string {
  const stage = stages.at(-1);
  if (status === 'running' && stage) {
    return `${Math.floor(percentOf(stage))} % ${PROGRESS.stages[stage.name]} · ${PAGE.title}`;
  }
  return status === 'done'
    ? `Done · ${PAGE.title}`
    : status === 'failed'
      ? `Failed · ${PAGE.title}`
      : PAGE.title;
}

/** How long the stages took together, from the first to the last. */
export const secondsOf = (stages: readonly Stage[]): number =>
  (Math.max(...stages.map(({ updated }) => updated)) - Math.min(...stages.map(({ started }) => started))) /
  1000;

const percentOf = (stage: Stage): number =>
  isComplete(stage) ? 100 : stage.total > 0 ? (100 * stage.done) / stage.total : 0;
