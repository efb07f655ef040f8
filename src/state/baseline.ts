import { cellKey } from '../sweep/plan/setting';
import { BASELINE } from '../sweep/plan/cell-groups';
import { baseSpace } from '../sweep/plan/spaces';
import { baseOf } from '../report/finding/viewed';
import type { LabState } from './lab-state';

/**
 * The key of fp32 at the base dimension, where rows came with their differences from it, which a sweep measures by itself; null
 * where they have none, as those of another program.
 */
export const ownBaseline = ({ run }: Pick<LabState, 'run'>): string | null =>
  run.record && run.rows.some(({ textToImage }) => textToImage.difference)
    ? cellKey({ ...baseSpace(run.record.vectors), precision: BASELINE })
    : null;

/**
 * The key of the setting that rows must be compared with anew: the pinned one, else, for results of a file that have no differences, the finest
 * at the largest dimension; null where they have these differences already.
 */
export function pinnedBaseline(state: Pick<LabState, 'run' | 'shown'>): string | null {
  const { run, shown } = state;
  const own = ownBaseline(state);
  if (run.rows.some((row) => cellKey(row) === shown.baseline)) {
    return shown.baseline === own ? null : shown.baseline;
  }
  const base = own === null && run.record?.opened ? baseOf(run.rows) : undefined;
  return base ? cellKey(base) : null;
}

/** The key of the setting that the rows on screen are compared with; null where with none. */
export const baselineOnScreen = (state: Pick<LabState, 'run' | 'shown'>): string | null =>
  pinnedBaseline(state) ?? ownBaseline(state);
