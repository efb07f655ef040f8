import type { ReactNode } from 'react';
import type { ChartSize } from '../../../report/charts/chart-style';

/** A chart with what is said about it and what it is saved as. */
export interface FramedChart {
  /** Begins the names of its files. */
  readonly name: string;
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly sentence: string;
  /** What it draws, as CSV. */
  csv(): string;
  /** What its colours and shapes stand for, where it is seen alone. */
  readonly legend: ReactNode;
  /** Pixels, or how many at a width. */
  readonly height: number | ((width: number) => number);
  readonly draw: (size: ChartSize) => ReactNode;
}
