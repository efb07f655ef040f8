import { createContext, useContext } from 'react';
import type { Emphasis } from '../../report/charts/emphasis';

/** What is pointed at in any of the charts, and how to say so. */
export interface EmphasisState {
  readonly emphasis: Emphasis | null;
  point(at: Emphasis | null): void;
}

export const EmphasisContext = createContext<EmphasisState>({ emphasis: null, point: () => {} });

export const useEmphasis = (): EmphasisState => useContext(EmphasisContext);
