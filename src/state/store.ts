import { createStore } from 'zustand/vanilla';
import { DEFAULT_CHOICES, type Choices } from '../protocol/choices';
import type { LeftOutRecord, RunRecord } from '../protocol/run-record';
import type { Stage, StageName } from '../run/progress';
import type { ResultRow } from '../sweep/results/result';
import type { SelfTest } from '../sweep/self-test/self-test';

/** Files that were dropped on the page or picked. They cannot be put into a link and are gone after a reload. */
export interface Dropped {
  readonly captions: File | null;
  readonly pictures: readonly File[];
  readonly zip: File | null;
  readonly npz: File | null;
  /** Graphs and settings of a dual encoder. */
  readonly model: readonly File[];
}

const NOTHING_DROPPED: Dropped = { captions: null, pictures: [], zip: null, npz: null, model: [] };

type RunStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/** A run and what it gave: kept apart from the choices, which may have changed since. */
export interface RunState {
  readonly status: RunStatus;
  readonly stages: readonly Stage[];
  readonly plannedRows: number;
  readonly rows: readonly ResultRow[];
  readonly leftOut: readonly LeftOutRecord[];
  readonly substitutions: readonly string[];
  /** Grows while the run goes on; complete where `status` is `done`. */
  readonly record: RunRecord | null;
  readonly error: string | null;
  /** True for a run read back after a reload: its rows are there, its embeddings are not in memory. */
  readonly restored: boolean;
}

export const NO_RUN: RunState = {
  status: 'idle',
  stages: [],
  plannedRows: 0,
  rows: [],
  leftOut: [],
  substitutions: [],
  record: null,
  error: null,
  restored: false,
};

/** Whether the code that makes the results gives known answers; null before that was tried. */
export interface SelfTestState {
  readonly running: boolean;
  readonly result: SelfTest | null;
}

export interface LabState {
  readonly choices: Choices;
  readonly dropped: Dropped;
  readonly run: RunState;
  readonly selfTest: SelfTestState;
  /** Sentences to show until they are dismissed. */
  readonly notices: readonly string[];
}

export const labStore = createStore<LabState>(() => ({
  choices: DEFAULT_CHOICES,
  dropped: NOTHING_DROPPED,
  run: NO_RUN,
  selfTest: { running: false, result: null },
  notices: [],
}));

const { setState: set } = labStore;

export const setChoices = (change: (choices: Choices) => Choices): void =>
  set((state) => ({ choices: change(state.choices) }));

export const changeChoices = (change: Partial<Choices>): void =>
  setChoices((choices) => ({ ...choices, ...change }));

export const setDropped = (dropped: Dropped): void => set({ dropped });

export const notify = (sentence: string): void =>
  set((state) => ({ notices: [...state.notices.filter((other) => other !== sentence), sentence] }));

export const dismiss = (sentence: string): void =>
  set((state) => ({ notices: state.notices.filter((other) => other !== sentence) }));

export const setSelfTest = (selfTest: SelfTestState): void => set({ selfTest });

export const setRun = (change: (run: RunState) => RunState): void =>
  set((state) => ({ run: change(state.run) }));

/** Replaces or adds the stage of that name. */
export function putStage(stages: readonly Stage[], stage: Stage): Stage[] {
  const known = stages.some(({ name }) => name === stage.name);
  return known ? stages.map((old) => (old.name === stage.name ? stage : old)) : [...stages, stage];
}

export const stageOf = (run: RunState, name: StageName): Stage | undefined =>
  run.stages.find((stage) => stage.name === name);
