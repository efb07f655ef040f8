import { useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Box } from '../../../report/charts/labels/place-labels';

/** The plot in pixels, and where values lie in it. */
export interface Scales {
  readonly area: Box;
  x(value: number): number;
  y(value: number): number;
}

/** Of the plot around the marks; null until its axes are laid out. */
export function useScales(): Scales | null {
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  return useMemo(
    () => (area && x && y ? { area, x: (value) => x(value)!, y: (value) => y(value)! } : null),
    [area, x, y],
  );
}
