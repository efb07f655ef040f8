import type { RowNames } from '../protocol/row-names';
import type { RunRecord } from '../protocol/run-record';
import type { EvaluationInput } from '../sweep/plan/input';

/** What the sweep runs on, and where it came from. */
export interface Vectors {
  readonly input: EvaluationInput;
  /** What its rows are called. */
  readonly names: RowNames;
  readonly data: RunRecord['data'];
  readonly model?: NonNullable<RunRecord['model']>;
  readonly device: Pick<RunRecord['device'], 'name' | 'adapter' | 'threads'>;
  readonly conformance?: NonNullable<RunRecord['conformance']>;
}
