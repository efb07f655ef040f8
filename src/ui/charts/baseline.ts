import { createContext, useContext } from 'react';
import { BASELINE } from '../../report/finding/sentences';

/** What the differences of the rows in view are from. */
interface BaselineInView {
  readonly inWords: string;
  /** Whether they are paired by query, so that they have intervals. */
  readonly isPaired: boolean;
}

export const BaselineContext = createContext<BaselineInView>({ inWords: BASELINE, isPaired: true });

export const useBaseline = (): BaselineInView => useContext(BaselineContext);
