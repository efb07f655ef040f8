import { useLab } from '../../../state/use-lab';
import { useSideNames } from '../../charts/side-names';
import { clausesOf, idOf } from './clauses';
import styles from './Protocol.module.css';
import { PROTOCOL_NOTES } from './texts';

/** The protocol of the run on screen, a paragraph for each term. */
export function ProtocolNotes() {
  const record = useLab((state) => state.run.record);
  const sides = useSideNames();
  const clauses = clausesOf(record, sides);
  if (clauses.length === 0) return null;
  return (
    <details className={styles.notes} data-testid="protocol-notes">
      <summary>
        <h3>{PROTOCOL_NOTES.heading}</h3>
      </summary>
      <dl>
        {clauses.map(({ term, text }) => (
          <div key={term} id={idOf(term)} tabIndex={-1}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
