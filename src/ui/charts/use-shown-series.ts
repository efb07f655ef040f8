import { useMemo, useState } from 'react';
import { notHidden, presentIn } from '../../report/charts/present';
import type { ResultRow } from '../../sweep/results/result';

/** The rows without what a legend has hidden, and what the legend needs. */
export function useShownSeries(all: readonly ResultRow[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const present = useMemo(() => presentIn(all), [all]);
  const rows = useMemo(() => notHidden(all, hidden), [all, hidden]);
  const toggle = (name: string) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  return { rows, present, hidden, toggle };
}
