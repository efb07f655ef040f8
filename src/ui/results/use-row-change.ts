import { useDeferredValue, useMemo } from 'react';
import { rowChange } from '../../explore/baseline/row-change';
import type { Direction } from '../../protocol/direction';
import type { RowChange } from '../../report/choose/choose';
import { useLab } from '../../state/use-lab';

/** What pairs rows of the run on screen by query, put off as the rows are while there is anything else to do. */
export function useRowChange(direction: Direction | 'both', kIndex: number): RowChange {
  const evidence = useDeferredValue(useLab((state) => state.evidence));
  const sweep = useLab((state) => state.run.record!.sweep);
  return useMemo(
    () => rowChange({ sweep, evidence }, direction, kIndex),
    [evidence, sweep, direction, kIndex],
  );
}
