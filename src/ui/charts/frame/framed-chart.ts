import type { ReactNode } from 'react';
import type { ChartSize } from '../../../report/charts/chart-style';

/** A chart with what is said about it and what it is saved as. */
export interface FramedChart {
  /** Whether it is of the run on screen, which its picture then names. */
  readonly isOfRun?: boolean;
  /** Begins the names of its files. */
  readonly name: string;
  readonly title: string;
  /** What it shows, for who does not see it; null where the page says it beside the chart. */
  readonly sentence: string | null;
  /** What it draws, as CSV. */
  csv(): string;
  /** What its colours and shapes stand for, where it is seen alone. */
  readonly legend: ReactNode;
  /** Pixels, or how many at a width; null for a chart that has the height of what is in it. */
  readonly height: number | ((width: number) => number) | null;
  readonly draw: (size: ChartSize) => ReactNode;
}

/** Given to a chart that has the size of what is in it. */
export const OWN_SIZE: ChartSize = { width: 0, height: 0 };
