import type { Direction } from '../../protocol/direction';
import type { SearchJob } from '../../sweep/engine/job';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { ResultList, type Further } from './ResultList';
import { EXPLORER } from './texts';
import { useFirstItems } from './use-first-items';

/** Items in each list. */
const SHOWN = 10;

interface FirstItemsProps {
  /** A query of the direction, or a vector that is none of them. */
  readonly query: SearchJob['query'];
  readonly direction: Direction;
  readonly a: QueryRanks;
  readonly b: QueryRanks;
  readonly cellName: (cell: QueryRanks) => string;
  readonly names: ItemNames;
  readonly relevant: Uint32Array;
  readonly further?: Further;
}

/** The first items under both cells, side by side, and what moved from the one to the other. */
export function FirstItems({ query, direction, a, b, cellName, names, relevant, further }: FirstItemsProps) {
  const ofA = useFirstItems(a, direction, query, SHOWN);
  const ofB = useFirstItems(b, direction, query, SHOWN);
  const before = ofA && !('error' in ofA) ? ofA.items : undefined;
  const shared = { relevant, names, ...(further && { further }) };
  return (
    <>
      <div className={styles.lists}>
        <ResultList title={EXPLORER.first10(cellName(a))} answer={ofA} {...shared} />
        <ResultList
          title={EXPLORER.first10(cellName(b))}
          answer={ofB}
          {...shared}
          {...(before && { before })}
        />
      </div>
      <p className={text.why}>{EXPLORER.cosines}</p>
    </>
  );
}
