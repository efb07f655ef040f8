import { useEffect, useState } from 'react';
import { isSameCell, type CellGeometry, type DirectedCell } from '../../sweep/results/cell-geometry';
import { messageOf } from '../../lib/errors';
import type { Direction } from '../../protocol/direction';
import { measureGeometry } from '../../state/vectors/searches';
import { useLab } from '../../state/use-lab';
import type { QueryRanks } from '../../sweep/results/query-ranks';

/** How the vectors lie under a cell, worked out when it is first shown; null while that goes on. */
export function useGeometry(
  { dim, projection, precision }: QueryRanks,
  direction: Direction,
): CellGeometry | { readonly error: string } | null {
  const known = useLab((state) => state.evidence?.geometry);
  const [failed, setFailed] = useState<{ readonly cell: DirectedCell; readonly error: string } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const cell = { dim, projection, precision, direction };
    measureGeometry(cell).catch(
      (error: unknown) => isCurrent && setFailed({ cell, error: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [dim, projection, precision, direction]);
  const cell = { dim, projection, precision, direction };
  const measured = known?.find((one) => isSameCell(one, cell));
  return measured ?? (failed && isSameCell(failed.cell, cell) ? failed : null);
}
