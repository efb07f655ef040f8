import { useEffect, useState } from 'react';
import { messageOf } from '../../lib/errors';
import type { Direction } from '../../protocol/direction';
import { marginsOfRun } from '../../state/vectors/searches';

/** Margins of each query, why there are none, or null: not asked for, or not there yet. */
export type Margins = Float64Array | { readonly error: string } | null;

/** The margins of a direction's queries by the untouched vectors, worked out when they are first wanted. */
export function useMargins(direction: Direction, wanted: boolean): Margins {
  const [found, setFound] = useState<{ direction: Direction; margins: Margins } | null>(null);
  const isThere = found?.direction === direction;
  useEffect(() => {
    if (!wanted || isThere) return;
    let isCurrent = true;
    marginsOfRun(direction).then(
      (margins) => isCurrent && setFound({ direction, margins }),
      (error: unknown) => isCurrent && setFound({ direction, margins: { error: messageOf(error) } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [direction, wanted, isThere]);
  return wanted && isThere ? found.margins : null;
}
