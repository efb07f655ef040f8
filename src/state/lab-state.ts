import type { ArrayInfo } from '../dataset/vectors/array-info';
import type { DroppedInspection, Thumbnail } from '../dataset/dropped/inspect-dropped';
import type { WidenedResults } from '../explore/near-identical';
import { INITIAL_VIEW, type ExplorerView } from '../explore/explorer-view';
import { DEFAULT_CHOICES, type Choices } from '../protocol/choices';
import type { Qrels } from '../kernels/contract/qrels';
import type { Direction } from '../protocol/direction';
import type { Figures } from '../report/figures/figures-of-link';
import type { RowNames } from '../protocol/row-names';
import type { CellGeometry } from '../sweep/results/cell-geometry';
import type { QueryRanks } from '../sweep/results/query-ranks';
import type { HostWait } from '../net/waits';
import type { LeftOutRecord, RunRecord } from '../protocol/run-record';
import type { SeenPicture } from '../run/events';
import type { NotKept } from '../run/not-kept';
import type { Stage, StageName } from '../run/progress';
import type { UserFiles } from '../run/request';
import type { ResultRow } from '../sweep/results/result';
import type { SelfTest } from '../sweep/self-test/self-test';
import type { KeptFile, KeptSet } from '../storage/kept/kept-set';
import type { KeptEntry } from './history/kept-entry';
import type { Expected } from './pace/pace';
import { INITIAL_RESULTS_VIEW, type ResultsView } from './results-view';
import type { UnfinishedRun } from './unfinished/unfinished-run';

export const NO_FILES: UserFiles = {
  captions: null,
  pictures: [],
  zip: null,
  tars: [],
  texts: [],
  vectors: [],
  besideVectors: [],
  model: [],
};

type RunStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/** A run and its results: kept apart from the choices, which may have changed since. */
export interface RunState {
  readonly status: RunStatus;
  readonly stages: readonly Stage[];
  readonly plannedRows: number;
  readonly rows: readonly ResultRow[];
  readonly leftOut: readonly LeftOutRecord[];
  /** What a reader of the results must know, a sentence each. */
  readonly caveats: readonly string[];
  /** Grows while the run goes on; complete where `status` is `done`. */
  readonly record: RunRecord | null;
  readonly error: string | null;
  /** Whether the error may be gone when the same is tried again. */
  readonly mayPass: boolean;
  /** What the run waits for just now; null where for nothing. */
  readonly waiting: HostWait | null;
  /** How many left-out pictures were asked for again, and how many of them are now part of the run; null where none were. */
  readonly retried: { readonly asked: number; readonly recovered: number } | null;
  /** True for a run read back after a reload: its rows are there, its embeddings are not in memory. */
  readonly restored: boolean;
}

export const NO_RUN: RunState = {
  status: 'idle',
  stages: [],
  plannedRows: 0,
  rows: [],
  leftOut: [],
  caveats: [],
  record: null,
  error: null,
  mayPass: true,
  waiting: null,
  retried: null,
  restored: false,
};

/** Whether the code that computes the results passes its self-test; null before it has run. */
export interface SelfTestState {
  readonly running: boolean;
  readonly result: SelfTest | null;
}

/** What dropped captions and pictures were taken for: not looked at, being looked at, or known. */
type InspectionState = 'none' | 'reading' | DroppedInspection;

/** The results of the run with what is perhaps also right counted as right: being counted, counted, or why they cannot be. */
export type NearIdenticalCount =
  | { readonly kind: 'counting'; readonly share: number }
  | { readonly kind: 'counted'; readonly results: WidenedResults }
  | { readonly kind: 'failed'; readonly error: string };

/** How far the measuring of speeds is: finding the vectors, timing settings, or why it could not be done. */
export type SpeedsState =
  | { readonly kind: 'finding' }
  | {
      readonly kind: 'timing';
      readonly done: number;
      readonly total: number;
      readonly secondsLeft: number;
    }
  | { readonly kind: 'failed'; readonly error: string };

/** What is known of the single queries of the run on screen. */
export interface Evidence {
  readonly names: RowNames;
  /** What is relevant to each query of a direction. */
  readonly qrels: Readonly<Record<Direction, Qrels>>;
  /** One entry for each space and precision that has been measured, and for fp32 in each space. */
  readonly ranks: readonly QueryRanks[];
  /** How the vectors lie under the cells that were looked at; absent before any was. */
  readonly geometry?: readonly CellGeometry[];
  /** Null or absent where it is not asked for. */
  readonly nearIdentical?: NearIdenticalCount | null;
}

/** Of the pictures that a run has read to embed them. */
interface SeenPictures {
  readonly count: number;
  /** The latest of them, at most `SEEN_KEPT`, the newest last. */
  readonly latest: readonly SeenPicture[];
}

/** Results that come with the page, to be seen before anything was run. */
export interface Example {
  /** Idle: nothing of it happened here. */
  readonly run: RunState;
  readonly pictures: readonly Thumbnail[];
}

/** So many pictures are held while a run goes on. */
export const SEEN_KEPT = 60;
export const NONE_SEEN: SeenPictures = { count: 0, latest: [] };

/** What the link that was opened carries of the run that it was made from. */
interface LinkedRun {
  /** The choices of the link, as it has them. */
  readonly fragment: string;
  readonly figures: Figures;
}

/** The arrays in dropped files of vectors, or why they cannot be read. */
export type VectorArraysState =
  { readonly arrays: readonly ArrayInfo[] } | { readonly problem: string } | null;

/** The views of a run, the comparison of two kept ones, and the list of all that are kept. */
export const TABS = ['results', 'explorer', 'compare', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** All that the page shows. Matrices stay out of it. */
export interface LabState {
  readonly choices: Choices;
  readonly files: UserFiles;
  readonly inspection: InspectionState;
  /** What the headers of dropped files of vectors say; null where there are none. */
  readonly vectorArrays: VectorArraysState;
  /** The files as they are remembered for the next visit; null where there are none. */
  readonly kept: KeptSet | null;
  /** Those of `kept` that could not be read back. */
  readonly missing: readonly KeptFile[];
  /** The run whose results are on screen. */
  readonly run: RunState;
  /** Null where no speed of the run on screen is being measured. */
  readonly speeds: SpeedsState | null;
  /** Null where there is no run, or where its queries are not known, as of one that could not be kept. */
  readonly evidence: Evidence | null;
  /** A later run that has no row yet, or ended without any, while the results of an earlier one are on screen; null where there is none. */
  readonly newer: Pick<LabState, 'run' | 'evidence'> | null;
  /** What was shown before anything was run; null where nothing was. */
  readonly example: Example | null;
  /** Of the run that was started last: what it embeds, and how fast that went last time; null where either is not known. */
  readonly expected: Expected | null;
  /** Of the run that is under way; none otherwise. */
  readonly seen: SeenPictures;
  readonly tab: Tab;
  /** What of the results is shown. */
  readonly shown: ResultsView;
  readonly explorer: ExplorerView;
  /** The runs that this browser keeps, the newest first. */
  readonly history: readonly KeptEntry[];
  /** The choices as the address gave them last: a host that they name is asked nothing without a press. */
  readonly linkedChoices: Choices | null;
  /** Null where no link with figures was opened. */
  readonly linked: LinkedRun | null;
  readonly selfTest: SelfTestState;
  /** Runs of earlier visits that did not come to their end, the first to be offered first. */
  readonly unfinished: readonly UnfinishedRun[];
  /** What storage did not take, each once, until it is dismissed. */
  readonly unkept: readonly NotKept[];
  /** Sentences to show until they are dismissed. */
  readonly notices: readonly string[];
}

export const INITIAL_STATE: LabState = {
  choices: DEFAULT_CHOICES,
  files: NO_FILES,
  inspection: 'none',
  vectorArrays: null,
  kept: null,
  missing: [],
  run: NO_RUN,
  speeds: null,
  evidence: null,
  newer: null,
  example: null,
  expected: null,
  seen: NONE_SEEN,
  tab: 'results',
  shown: INITIAL_RESULTS_VIEW,
  explorer: INITIAL_VIEW,
  history: [],
  linkedChoices: null,
  linked: null,
  selfTest: { running: false, result: null },
  unfinished: [],
  unkept: [],
  notices: [],
};

/** The run that was started last, also while the results of an earlier one are on screen. */
export const latestRun = ({ run, newer }: Pick<LabState, 'run' | 'newer'>): RunState => newer?.run ?? run;

export const isRunning = (state: Pick<LabState, 'run' | 'newer'>): boolean =>
  latestRun(state).status === 'running';

/** Whether the results on screen came with the page. */
export const isExample = ({ run, example }: Pick<LabState, 'run' | 'example'>): boolean =>
  run === example?.run;

export const stageOf = (run: RunState, name: StageName): Stage | undefined =>
  run.stages.find((stage) => stage.name === name);

/** Sentences with one more; none is there twice. */
export const withSentence = (sentences: readonly string[], sentence: string): readonly string[] =>
  sentences.includes(sentence) ? sentences : [...sentences, sentence];

/** What is not kept, with one more; its latest reason counts. */
export const withUnkept = (unkept: readonly NotKept[], { what, why }: NotKept): readonly NotKept[] => [
  ...unkept.filter((other) => other.what !== what),
  { what, why },
];
