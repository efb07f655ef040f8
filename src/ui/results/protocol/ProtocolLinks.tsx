import { useLab } from '../../../state/use-lab';
import { useSideNames } from '../../charts/side-names';
import { clausesOf, idOf } from './clauses';
import styles from './Protocol.module.css';
import { PROTOCOL_NOTES } from './texts';

/** The terms of the protocol: each leads to its paragraph. */
export function ProtocolLinks() {
  const record = useLab((state) => state.run.record);
  const clauses = clausesOf(record, useSideNames());
  if (clauses.length === 0) return null;
  return (
    <div className={styles.links} data-testid="protocol-links">
      {PROTOCOL_NOTES.links}{' '}
      {clauses.map(({ term }) => (
        <button key={term} type="button" onClick={() => show(term)}>
          {term}
        </button>
      ))}
    </div>
  );
}

/** Opens the notes at the paragraph of a term. */
function show(term: string): void {
  const paragraph = document.getElementById(idOf(term));
  paragraph?.closest('details')?.setAttribute('open', '');
  paragraph?.scrollIntoView({ block: 'center' });
  paragraph?.focus({ preventScroll: true });
}
