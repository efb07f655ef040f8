import { createContext, useContext } from 'react';
import type { Precision } from '../../protocol/compression';
import { BASELINE } from '../../report/finding/sentences';
import type { Space } from '../../sweep/plan/spaces';

/** What the differences of the rows in view are from. */
export interface BaselineInView {
  readonly inWords: string;
  /** Whether they are paired by query, so that they have intervals. */
  readonly isPaired: boolean;
  /** The cell that was pinned; null where none was. */
  readonly pinned: (Space & { readonly precision: Precision }) | null;
}

/** That of rows as a sweep measures them. */
export const AS_MEASURED: BaselineInView = { inWords: BASELINE, isPaired: true, pinned: null };

export const BaselineContext = createContext(AS_MEASURED);

export const useBaseline = (): BaselineInView => useContext(BaselineContext);
