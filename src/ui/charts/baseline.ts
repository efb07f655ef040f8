import { createContext, useContext } from 'react';
import { BASELINE } from '../../report/finding/sentences';
import type { Setting } from '../../sweep/plan/setting';

/** What the differences of the rows in view are from. */
export interface BaselineInView {
  readonly inWords: string;
  /** Whether they are paired by query, so that they have intervals. */
  readonly isPaired: boolean;
  /** The cell that was pinned; null where none was. */
  readonly pinned: Setting | null;
}

/** That of rows as a sweep measures them. */
export const AS_MEASURED: BaselineInView = { inWords: BASELINE, isPaired: true, pinned: null };

export const BaselineContext = createContext(AS_MEASURED);

export const useBaseline = (): BaselineInView => useContext(BaselineContext);
