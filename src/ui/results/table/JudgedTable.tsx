import { useState } from 'react';
import { against } from '../../../explore/baseline/against';
import type { WidenedResults } from '../../../explore/near-identical';
import { pinnedBaseline } from '../../../state/baseline';
import {
  canCountNearIdentical,
  countNearIdentical,
  stopCountingNearIdentical,
} from '../../../state/vectors/near-identical';
import { useLab } from '../../../state/use-lab';
import { Segments } from '../../primitives/Segments';
import text from '../../primitives/text.module.css';
import { JUDGED } from './texts';
import { ResultsTable, type ResultsTableProps } from './ResultsTable';

/** What counts as right: what the data says, or what is near-identical to it too. */
type Judged = 'given' | 'perhaps';

/** Its ranks are not kept, so that its differences from a pinned cell have no intervals. */
const compared = ({ rows, sweep }: WidenedResults, key: string) =>
  rows.map(against({ rows, sweep, evidence: null }, key));

/** The table, with what is perhaps also right counted as right where that is chosen. */
export function JudgedTable(props: ResultsTableProps) {
  const [judged, setJudged] = useState<Judged>('given');
  const isOffered = useLab((state) => state.run.status !== 'running' && canCountNearIdentical(state));
  const perhaps = useLab((state) => state.evidence?.nearIdentical ?? null);
  const shown = isOffered && judged === 'perhaps' ? perhaps : null;
  const pinned = useLab(pinnedBaseline);
  const choose = (chosen: Judged) => {
    setJudged(chosen);
    if (chosen === 'perhaps') void countNearIdentical();
    else stopCountingNearIdentical();
  };
  const counted = shown?.kind === 'counted' ? shown.results : null;
  const k = counted && !counted.sweep.ks.includes(props.k) ? counted.sweep.ks[0] : props.k;
  return (
    <>
      {isOffered && (
        <div data-testid="judged">
          <Segments
            label={JUDGED.label}
            options={(['given', 'perhaps'] as const).map((one) => [one, JUDGED.choices[one]] as const)}
            value={judged}
            onChange={choose}
          />
          {shown && (
            <p className={text.why} aria-live="polite">
              {shown.kind === 'counting' && JUDGED.counting(shown.share)}
              {shown.kind === 'failed' && JUDGED.failed(shown.error)}
              {counted && [JUDGED.counted(counted), ...counted.sentences].join(' ')}
            </p>
          )}
        </div>
      )}
      {counted ? (
        <ResultsTable
          {...props}
          rows={pinned === null ? counted.rows : compared(counted, pinned)}
          planned={counted.rows.length}
          ks={counted.sweep.ks}
          k={k}
        />
      ) : (
        <ResultsTable {...props} />
      )}
    </>
  );
}
