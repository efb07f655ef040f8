import { useEffect, useState } from 'react';
import type { Found } from '../../explore/searches';
import { messageOf } from '../../lib/errors';
import type { Direction } from '../../protocol/direction';
import type { SearchJob } from '../../sweep/engine/job';
import { searchRun } from '../../state/vectors/searches';
import type { QueryRanks } from '../../sweep/results/query-ranks';

/** What was found, why it could not be; null while it is searched for. */
export type Answer = Found | { readonly error: string } | null;

/** The first k items of a query, or of a vector that is none of the queries, under one cell of the run on screen, searched for when they are shown. */
export function useFirstItems(
  { dim, projection, precision }: QueryRanks,
  direction: Direction,
  query: SearchJob['query'],
  k: number,
): Answer {
  const [answer, setAnswer] = useState<Answer>(null);
  useEffect(() => {
    let isCurrent = true;
    searchRun({ dim, projection, precision, direction, query, k }).then(
      (found) => isCurrent && setAnswer(found),
      (error: unknown) => isCurrent && setAnswer({ error: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [dim, projection, precision, direction, query, k]);
  return answer;
}
