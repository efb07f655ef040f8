import { useMemo } from 'react';
import { rowChange } from '../../explore/baseline/row-change';
import type { Direction } from '../../protocol/direction';
import type { RowChange } from '../../report/choose/choose';
import { useLab } from '../../state/use-lab';

/** What pairs rows of the run on screen by query. */
export function useRowChange(direction: Direction | 'both', kIndex: number): RowChange {
  const evidence = useLab((state) => state.evidence);
  const sweep = useLab((state) => state.run.record!.sweep);
  return useMemo(
    () => rowChange({ sweep, evidence }, direction, kIndex),
    [evidence, sweep, direction, kIndex],
  );
}
