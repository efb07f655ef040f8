import type { RowNames } from '../protocol/row-names';
import type { RunRecord } from '../protocol/run-record';
import type { EvaluationInput } from '../sweep/plan/input';
import type { Contents } from './fingerprints';

/** What the sweep runs on, and where it came from. */
export interface Vectors {
  readonly input: EvaluationInput;
  /** What its rows are called. */
  readonly names: RowNames;
  /** What tells its items from others; null where nothing does. */
  readonly contents: Contents | null;
  readonly data: RunRecord['data'];
  readonly model?: NonNullable<RunRecord['model']>;
  readonly device: Pick<RunRecord['device'], 'name' | 'adapter' | 'threads'>;
  readonly conformance?: NonNullable<RunRecord['conformance']>;
}
