import type { RunEvent, StageEvent } from '../run/events';
import type { Stage } from '../run/progress';
import { bothDirections } from '../retrieval/ranks/qrels';
import { NO_RUN, stageOf, withSentence, type Evidence, type LabState, type RunState } from './lab-state';

/**
 * The state after an event of a run. A run that has ended takes no more events but `started`.
 * @param at when it happened, milliseconds since the epoch
 */
export function reduce(state: LabState, event: RunEvent, at: number): LabState {
  const { run } = state;
  const withRun = (change: Partial<RunState>): LabState => ({ ...state, run: { ...run, ...change } });
  if (event.kind === 'started') {
    return { ...state, run: { ...NO_RUN, status: 'running' }, evidence: null };
  }
  if (run.status !== 'running') return state;
  switch (event.kind) {
    case 'stage':
      return withRun({ stages: putStage(run.stages, stageAt(run, event, at)) });
    case 'waiting':
      return withRun({ waiting: event.wait });
    case 'caveat':
      return withRun({ caveats: withSentence(run.caveats, event.sentence) });
    case 'notice':
      return { ...state, notices: withSentence(state.notices, event.sentence) };
    case 'left-out':
      return withRun({ leftOut: [...run.leftOut, ...event.items] });
    case 'vectors':
      return {
        ...withRun({ record: event.record, plannedRows: event.plannedRows }),
        evidence: evidenceOf(event),
      };
    case 'self-test':
      return { ...state, selfTest: { running: false, result: event.selfTest } };
    case 'ranks':
      return {
        ...state,
        evidence: state.evidence && { ...state.evidence, ranks: [...state.evidence.ranks, event.ranks] },
      };
    case 'row':
      return withRun({ rows: [...run.rows, event.row] });
    case 'ended':
      return withRun({
        status: event.status,
        waiting: null,
        error: event.status === 'failed' ? event.error : null,
        record: run.record && {
          ...run.record,
          substitutions: run.caveats,
          finished: new Date(at).toISOString(),
        },
      });
  }
}

function evidenceOf({ names, input: { qrels } }: Extract<RunEvent, { kind: 'vectors' }>): Evidence {
  return { names, qrels: bothDirections(qrels), ranks: [] };
}

/** A stage as it stands now: it keeps the time at which it began. */
function stageAt(run: RunState, event: StageEvent, at: number): Stage {
  const { name, done, total, unit, free = 0, detail = '' } = event;
  const started = stageOf(run, name)?.started ?? at;
  return { name, done, total, unit, free, detail, started, updated: at };
}

/** Replaces or adds the stage of that name. */
function putStage(stages: readonly Stage[], stage: Stage): Stage[] {
  const isKnown = stages.some(({ name }) => name === stage.name);
  return isKnown ? stages.map((old) => (old.name === stage.name ? stage : old)) : [...stages, stage];
}
