import { useEffect, useState } from 'react';
import type { QueryComparison } from '../../explore/compare-queries';
import { relevantTo, type Qrels } from '../../kernels/contract/qrels';
import { messageOf } from '../../lib/errors';
import type { Direction } from '../../protocol/direction';
import type { Found } from '../../explore/searches';
import { searchRun } from '../../state/searches';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { rankText } from './rank-text';
import { ResultList } from './ResultList';
import { EXPLORER } from './texts';

/** Items in each list. */
const SHOWN = 10;

interface QueryDetailProps {
  readonly query: number;
  readonly direction: Direction;
  readonly a: QueryRanks;
  readonly b: QueryRanks;
  readonly cellName: (cell: QueryRanks) => string;
  readonly comparison: QueryComparison;
  readonly qrels: Qrels;
  readonly names: ItemNames;
}

/** One query, and the first items that it finds under both cells, side by side. */
export function QueryDetail({
  query,
  direction,
  a,
  b,
  cellName,
  comparison,
  qrels,
  names,
}: QueryDetailProps) {
  const relevant = relevantTo(qrels, query);
  const sides = [
    { name: 'a', cell: a },
    { name: 'b', cell: b },
  ] as const;
  return (
    <div className={styles.detail} data-testid="query-detail">
      <h3>{names.query(query)}</h3>
      <p className={text.why}>
        {EXPLORER.chance(comparison.hits.a[query], comparison.hits.b[query])}
        {' · '}
        {EXPLORER.rankFrom(rankText(comparison.rank.a[query]), rankText(comparison.rank.b[query]))}
      </p>
      <p className={text.why}>{EXPLORER.cosines}</p>
      <div className={styles.lists}>
        {sides.map(({ name, cell }) => (
          <FirstItems
            key={name}
            cell={cell}
            title={EXPLORER.first10(cellName(cell))}
            {...{ direction, query, relevant, names }}
          />
        ))}
      </div>
    </div>
  );
}

interface FirstItemsProps extends Pick<QueryDetailProps, 'direction' | 'names' | 'query'> {
  readonly cell: QueryRanks;
  readonly title: string;
  readonly relevant: Uint32Array;
}

type Answer = Found | { readonly error: string } | null;

/** The first items of a query under one cell, searched for when they are shown. */
function FirstItems({ cell, title, direction, query, relevant, names }: FirstItemsProps) {
  const [found, setFound] = useState<Answer>(null);
  const { dim, projection, precision } = cell;
  useEffect(() => {
    let isCurrent = true;
    searchRun({ dim, projection, precision, direction, query, k: SHOWN }).then(
      (result) => isCurrent && setFound(result),
      (error: unknown) => isCurrent && setFound({ error: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [dim, projection, precision, direction, query]);
  if (found && 'error' in found) return <p className={text.error}>{EXPLORER.failed(found.error)}</p>;
  return <ResultList title={title} found={found} relevant={relevant} name={names.gallery} />;
}
