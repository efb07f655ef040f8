import type { QueryComparison } from '../../explore/compare-queries';
import { relevantTo, type Qrels } from '../../kernels/contract/qrels';
import type { Direction } from '../../protocol/direction';
import { count } from '../../report/formats/format';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { FirstItems } from './FirstItems';
import { ItemPicture } from './ItemPicture';
import { rankText } from './rank-text';
import { EXPLORER } from './texts';
import { useRunVectors } from './use-run-vectors';

/** Right items that are shown beside the query. */
const RIGHT_SHOWN = 5;

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
  const vectors = useRunVectors();
  return (
    <div className={styles.detail} data-testid="query-detail">
      <div className={styles.query}>
        {names.pictures === 'query' && <ItemPicture fileName={names.fileName(query)} />}
        <div>
          <h3>{names.query(query)}</h3>
          <p className={text.why}>
            {EXPLORER.rankFrom(rankText(comparison.rank.a[query]), rankText(comparison.rank.b[query]))}
            {' · '}
            {EXPLORER.chance(comparison.hits.a[query], comparison.hits.b[query])}
          </p>
        </div>
      </div>
      <div className={styles.query} data-testid="right-items">
        <span className={text.why}>{EXPLORER.rightItems(relevant.length)}</span>
        {Array.from(relevant.subarray(0, RIGHT_SHOWN), (item) => (
          <span key={item}>
            {names.pictures === 'gallery' && <ItemPicture fileName={names.fileName(item)} />}
            {names.gallery(item)}
          </span>
        ))}
        {relevant.length > RIGHT_SHOWN && (
          <span className={text.why}>{EXPLORER.more(count(relevant.length - RIGHT_SHOWN))}</span>
        )}
      </div>
      {vectors === 'reading' ? (
        <p className={text.why}>{EXPLORER.readingVectors}</p>
      ) : vectors !== 'here' ? (
        <p className={text.why} data-testid="no-vectors">
          {EXPLORER.noVectors(vectors.error)}
        </p>
      ) : (
        <FirstItems {...{ query, direction, a, b, cellName, names, relevant }} />
      )}
    </div>
  );
}
