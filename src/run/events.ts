import type { Bytes } from '../lib/bytes';
import type { HostWait } from '../net/waits';
import type { RowNames } from '../protocol/row-names';
import type { LeftOutRecord, RunRecord } from '../protocol/run-record';
import type { EvaluationInput } from '../sweep/plan/input';
import type { QueryRanks } from '../sweep/results/query-ranks';
import type { ResultRow } from '../sweep/results/result';
import type { SelfTest } from '../sweep/self-test/self-test';
import type { NotKept } from './not-kept';
import type { StageName } from './progress';

/** How far a stage is. */
export interface StageEvent {
  readonly kind: 'stage';
  readonly name: StageName;
  readonly done: number;
  /** Zero while unknown. */
  readonly total: number;
  readonly unit: string;
  /** Of `done`, what took no work because a cache held it. */
  readonly free?: number;
  readonly detail?: string;
}

/** A picture that is about to be embedded, for whoever watches. */
export interface SeenPicture {
  readonly fileName: string;
  /** SHA-256 of its bytes, by which its thumbnail is stored. */
  readonly hash: string;
  /** The first of its captions. */
  readonly caption: string;
  /** See `thumbnailOf`; null where it is stored already, or could not be made. */
  readonly thumbnail: Bytes | null;
}

/** Everything that a run reports, in order. The first event is `started`, the last is `ended`. */
export type RunEvent =
  | { readonly kind: 'started' }
  | StageEvent
  | { readonly kind: 'seen'; readonly pictures: readonly SeenPicture[] }
  /** What the run waits for from now on; null where it no longer waits. */
  | { readonly kind: 'waiting'; readonly wait: HostWait | null }
  /** What a reader of the results must know, e.g. that another device was used than the one chosen. */
  | { readonly kind: 'caveat'; readonly sentence: string }
  /** What matters to the person at the screen but not to the results. */
  | { readonly kind: 'notice'; readonly sentence: string }
  /** What storage did not take; nothing of it is missing in this run. */
  | ({ readonly kind: 'not-kept' } & NotKept)
  | { readonly kind: 'left-out'; readonly items: readonly LeftOutRecord[] }
  /** All vectors are there; the sweep begins. */
  | {
      readonly kind: 'vectors';
      readonly record: RunRecord;
      readonly input: EvaluationInput;
      readonly names: RowNames;
      readonly plannedRows: number;
    }
  | { readonly kind: 'self-test'; readonly selfTest: SelfTest }
  | { readonly kind: 'ranks'; readonly ranks: QueryRanks }
  | { readonly kind: 'row'; readonly row: ResultRow }
  | { readonly kind: 'ended'; readonly status: 'done' | 'cancelled' }
  | { readonly kind: 'ended'; readonly status: 'failed'; readonly error: string; readonly mayPass: boolean };

export type Emit = (event: RunEvent) => void;
