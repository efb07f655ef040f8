import { useMemo } from 'react';
import type { Direction } from '../../protocol/direction';
import type { RowNames } from '../../protocol/row-names';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import { BlobImage } from '../primitives/BlobImage';
import styles from './Explorer.module.css';
import { FirstItems } from './FirstItems';
import { itemNames } from './item-names';
import { ASK } from './texts';
import type { Question } from './use-asked';

interface AskedDetailProps {
  readonly question: Question;
  readonly a: QueryRanks;
  readonly b: QueryRanks;
  readonly cellName: (cell: QueryRanks) => string;
  readonly rowNames: RowNames;
  readonly onClose: () => void;
}

const NOTHING_RELEVANT = new Uint32Array(0);

/** What a sentence or picture of the person finds under both cells; a sentence finds pictures, and a picture texts. */
export function AskedDetail({
  question: { asked, state },
  a,
  b,
  cellName,
  rowNames,
  onClose,
}: AskedDetailProps) {
  const direction: Direction = 'text' in asked ? 'textToImage' : 'imageToText';
  const names = useMemo(() => itemNames(rowNames, direction), [rowNames, direction]);
  return (
    <div className={styles.detail} data-testid="asked">
      <div className={styles.query}>
        {'picture' in asked && (
          <BlobImage className={styles.picture} blob={asked.picture} title={ASK.picture(asked.picture)} />
        )}
        <h3>{'text' in asked ? asked.text : ASK.picture(asked.picture)}</h3>
        <button type="button" className={button.small} onClick={onClose}>
          {ASK.close}
        </button>
      </div>
      {'error' in state ? (
        <p className={text.error}>{state.error}</p>
      ) : 'step' in state ? (
        <p className={text.why} aria-live="polite">
          {state.step}
        </p>
      ) : (
        <FirstItems
          query={state.vector}
          relevant={NOTHING_RELEVANT}
          {...{ direction, a, b, cellName, names }}
        />
      )}
    </div>
  );
}
