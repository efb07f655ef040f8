import { createStore } from 'zustand/vanilla';
import type { Choices } from '../protocol/choices';
import type { NotKept } from '../run/not-kept';
import type { UserFiles } from '../run/request';
import { isSameCell, type CellGeometry } from '../sweep/results/cell-geometry';
import type { ExplorerView } from '../explore/explorer-view';
import {
  INITIAL_STATE,
  withSentence,
  withUnkept,
  type LabState,
  type RunState,
  type SelfTestState,
  type Tab,
} from './lab-state';
import type { ResultsView } from './results-view';

/** The page's state and the ways to change it. */
export const labStore = createStore<LabState>(() => INITIAL_STATE);

const { setState: set } = labStore;

export const setChoices = (change: (choices: Choices) => Choices): void =>
  set((state) => ({ choices: change(state.choices) }));

export const changeChoices = (change: Partial<Choices>): void =>
  setChoices((choices) => ({ ...choices, ...change }));

export const setFiles = (files: UserFiles): void => set({ files });

export const setKept = (kept: LabState['kept'], missing: LabState['missing'] = []): void =>
  set({ kept, missing });

export const setInspection = (inspection: LabState['inspection']): void => set({ inspection });

export const setVectorArrays = (vectorArrays: LabState['vectorArrays']): void => set({ vectorArrays });

export const notify = (sentence: string): void =>
  set((state) => ({ notices: withSentence(state.notices, sentence) }));

export const dismiss = (sentence: string): void =>
  set((state) => ({ notices: state.notices.filter((other) => other !== sentence) }));

/** Says that something is not there at the next visit, and why. */
export const notKept = (what: NotKept['what'], why: string): void =>
  set((state) => ({ unkept: withUnkept(state.unkept, { what, why }) }));

export const dismissUnkept = (why: string): void =>
  set((state) => ({ unkept: state.unkept.filter((other) => other.why !== why) }));

export const setSelfTest = (selfTest: SelfTestState): void => set({ selfTest });

export const setUnfinished = (unfinished: LabState['unfinished']): void => set({ unfinished });

export const setHistory = (history: LabState['history']): void => set({ history });

export const setRun = (run: RunState): void => set({ run });

/** Adds how vectors lie under one cell to what is known of the run on screen. */
export const addGeometry = (measured: CellGeometry): void =>
  set(({ evidence }) => ({
    evidence: evidence && {
      ...evidence,
      geometry: [...(evidence.geometry ?? []).filter((one) => !isSameCell(one, measured)), measured],
    },
  }));

/** Changes what of the results is shown. */
export const changeShown = (change: Partial<ResultsView>): void =>
  set(({ shown }) => ({ shown: { ...shown, ...change } }));

/** Compares every cell with this one (a `cellKey`; null for fp32 at the base dimension), in the explorer too. */
export const pinBaseline = (baseline: string | null): void =>
  set(({ shown, explorer }) => ({ shown: { ...shown, baseline }, explorer: { ...explorer, a: null } }));

/** Changes what the explorer shows. */
export const changeView = (change: Partial<ExplorerView>): void =>
  set(({ explorer }) => ({ explorer: { ...explorer, ...change } }));

export const showTab = (tab: Tab): void => set({ tab });

/** Takes what a link says: choices, what is in view, and the figures that it carries. */
export const takeLink = (link: Pick<LabState, 'choices' | 'tab' | 'shown' | 'explorer' | 'linked'>): void =>
  set({ ...link, linkedChoices: link.choices });
