import { useLab } from '../../../state/use-lab';
import text from '../../primitives/text.module.css';
import { ProtocolLinks } from '../protocol/ProtocolLinks';
import { ClauseList } from './ClauseList';
import { EncoderCheck } from './EncoderCheck';
import { runFacts } from './run-facts';
import styles from './RunFacts.module.css';
import { RunOnWasm } from './RunOnWasm';
import { FACTS } from './texts';

/** What really ran, in a line that opens into all that the record says, and everything that was replaced or must be known to read the numbers. */
export function RunFacts() {
  const { record, caveats, restored } = useLab((state) => state.run);
  if (!record) return null;
  const { data, model, device, opened, conformance } = record;
  const inALine = [
    opened && FACTS.opened(opened),
    data.label !== opened?.file && data.label,
    data.source,
    data.texts > 0 && FACTS.items(data),
    data.furtherPairs && FACTS.furtherPairs(data.furtherPairs),
    data.captionsSkipped && FACTS.skipped(data.captionsSkipped),
    data.captionsTrimmed && FACTS.trimmed(data.captionsTrimmed),
    model && `${model.id} ${model.dtype}`,
    FACTS.device(device),
    restored && !opened && FACTS.restored,
  ].filter(Boolean);
  return (
    <>
      <details className={styles.facts} data-testid="facts">
        <summary>
          <strong>{FACTS.details}</strong> <span data-testid="facts-in-a-line">{inALine.join(' · ')}</span>
        </summary>
        <ProtocolLinks />
        <ClauseList clauses={runFacts(record)} />
      </details>
      <EncoderCheck record={record} />
      {caveats.map((sentence) => (
        <p key={sentence} className={text.caveat} data-testid="substitution">
          {sentence}
        </p>
      ))}
      {conformance && <RunOnWasm conformance={conformance} />}
    </>
  );
}
