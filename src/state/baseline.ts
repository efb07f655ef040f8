import { cellKey } from '../sweep/plan/setting';
import { BASELINE } from '../sweep/plan/cell-groups';
import { baseSpace } from '../sweep/plan/spaces';
import type { LabState } from './lab-state';

/**
 * The key of fp32 at the base dimension, where rows came with their differences from it, which a sweep measures by itself; null
 * where they have none, as those of another program.
 */
export const ownBaseline = ({ run }: Pick<LabState, 'run'>): string | null =>
  run.record && run.rows.some(({ textToImage }) => textToImage.difference)
    ? cellKey({ ...baseSpace(run.record.vectors), precision: BASELINE })
    : null;

/** The key of the cell that rows must be compared with anew; null where none is pinned, or they have these differences already. */
export function pinnedBaseline(state: Pick<LabState, 'run' | 'shown'>): string | null {
  const { baseline } = state.shown;
  const isMeasured = state.run.rows.some((row) => cellKey(row) === baseline);
  return isMeasured && baseline !== ownBaseline(state) ? baseline : null;
}

/** The key of the cell that the rows on screen are compared with; null where with none. */
export const baselineOnScreen = (state: Pick<LabState, 'run' | 'shown'>): string | null =>
  pinnedBaseline(state) ?? ownBaseline(state);
