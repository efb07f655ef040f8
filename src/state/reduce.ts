import type { RunEvent, StageEvent } from '../run/events';
import type { Stage } from '../run/progress';
import { bothDirections } from '../retrieval/ranks/qrels';
import {
  isExample,
  NO_RUN,
  NONE_SEEN,
  SEEN_KEPT,
  stageOf,
  withSentence,
  withUnkept,
  type Evidence,
  type LabState,
  type RunState,
} from './lab-state';

/** A run and what is known of its queries. */
type Results = Pick<LabState, 'run' | 'evidence'>;

/**
 * The state after an event of a run. A run that has ended takes no more events but `started`. The results of an earlier run stay
 * on screen until the first row of the later one.
 * @param at when it happened, milliseconds since the epoch
 */
export function reduce(state: LabState, event: RunEvent, at: number): LabState {
  if (event.kind === 'started') {
    const started: Results = { run: { ...NO_RUN, status: 'running' }, evidence: null };
    const unkept = state.unkept.filter(({ what }) => what === 'files');
    return state.run.rows.length > 0 && !isExample(state)
      ? { ...state, unkept, seen: NONE_SEEN, newer: started }
      : { ...state, unkept, seen: NONE_SEEN, ...started, newer: null };
  }
  const before = state.newer ?? state;
  if (before.run.status !== 'running') return state;
  if (event.kind === 'notice') return { ...state, notices: withSentence(state.notices, event.sentence) };
  if (event.kind === 'not-kept') return { ...state, unkept: withUnkept(state.unkept, event) };
  if (event.kind === 'self-test') {
    return { ...state, selfTest: { running: false, result: event.selfTest } };
  }
  if (event.kind === 'seen') {
    const { count, latest } = state.seen;
    const seen = {
      count: count + event.pictures.length,
      latest: [...latest, ...event.pictures].slice(-SEEN_KEPT),
    };
    return { ...state, seen };
  }
  const after = reduceResults(before, event, at);
  const seen = event.kind === 'ended' ? NONE_SEEN : state.seen;
  return state.newer && after.run.rows.length === 0
    ? { ...state, seen, newer: after }
    : { ...state, seen, ...after, newer: null };
}

type EventOfRun = Exclude<RunEvent, { kind: 'started' | 'seen' | 'notice' | 'not-kept' | 'self-test' }>;

function reduceResults({ run, evidence }: Results, event: EventOfRun, at: number): Results {
  const withRun = (change: Partial<RunState>): Results => ({ run: { ...run, ...change }, evidence });
  switch (event.kind) {
    case 'stage':
      return withRun({ stages: putStage(run.stages, stageAt(run, event, at)) });
    case 'waiting':
      return withRun({ waiting: event.wait });
    case 'caveat':
      return withRun({ caveats: withSentence(run.caveats, event.sentence) });
    case 'left-out':
      return withRun({ leftOut: [...run.leftOut, ...event.items] });
    case 'vectors':
      return {
        run: { ...run, record: event.record, plannedRows: event.plannedRows },
        evidence: evidenceOf(event),
      };
    case 'ranks':
      return { run, evidence: evidence && { ...evidence, ranks: [...evidence.ranks, event.ranks] } };
    case 'row':
      return withRun({ rows: [...run.rows, event.row] });
    case 'ended':
      return withRun({
        status: event.status,
        waiting: null,
        error: event.status === 'failed' ? event.error : null,
        mayPass: event.status === 'failed' ? event.mayPass : true,
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
