import { useMemo } from 'react';
import { lossSteps } from '../../../explore/baseline/loss-steps';
import type { Direction } from '../../../protocol/direction';
import { useLab } from '../../../state/use-lab';
import { BASELINE } from '../../../sweep/plan/cell-groups';
import { baseSpace } from '../../../sweep/plan/spaces';
import type { LossSteps } from '../../../sweep/results/loss-steps';
import type { ResultRow } from '../../../sweep/results/result';
import { useBaseline } from '../baseline';

/** What leads from the cell that others are compared with to a row of the run on screen, for each direction; null where that is not known. */
export function useLossSteps(
  rows: readonly ResultRow[],
  row: ResultRow | undefined,
  directions: readonly Direction[],
  kIndex: number,
): (LossSteps | null)[] {
  const evidence = useLab((state) => state.evidence);
  const sweep = useLab((state) => state.run.record!.sweep);
  const { baseDim } = useLab((state) => state.run.record!.vectors);
  const { pinned } = useBaseline();
  return useMemo(() => {
    const base = pinned ?? { ...baseSpace({ baseDim }), precision: BASELINE };
    const { dim, projection, precision } = base;
    const run = { rows, sweep, evidence };
    return directions.map((direction) =>
      row ? lossSteps(run, { dim, projection, precision }, row, direction, kIndex) : null,
    );
  }, [rows, row, directions, kIndex, evidence, sweep, baseDim, pinned]);
}
