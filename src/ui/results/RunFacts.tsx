import { deviates } from '../../encoder/conformance/conformance-warnings';
import type { RunRecord } from '../../protocol/run-record';
import { saysFirst } from '../../state/said-first';
import { useLab } from '../../state/use-lab';
import text from '../primitives/text.module.css';
import { ConformanceFact } from './ConformanceFact';
import styles from './RunResults.module.css';
import { FACTS } from './texts';

/** What really ran: data, model, device, and everything that was replaced or must be known to read the numbers. */
export function RunFacts() {
  const { record, caveats, restored } = useLab((state) => state.run);
  if (!record) return null;
  const { data, model, device, engine, opened } = record;
  const facts = [
    opened && FACTS.opened(opened),
    data.label !== opened?.file && data.label,
    data.source,
    data.furtherPairs && FACTS.furtherPairs(data.furtherPairs),
    data.texts > 0 && FACTS.items(data),
    data.captionsSkipped && FACTS.skipped(data.captionsSkipped),
    data.captionsTrimmed && FACTS.trimmed(data.captionsTrimmed),
    data.pairing && FACTS.pairing(data.pairing),
    model && `${model.id} ${model.dtype}`,
    FACTS.device(device),
    engine && FACTS.engine(engine),
    opened?.hasRecord !== false && FACTS.pools(record.sweep.pools),
    restored && !opened && FACTS.restored,
  ].filter(Boolean);
  return (
    <>
      <p className={styles.facts} data-testid="facts">
        {facts.join(' · ')}
      </p>
      {record.conformance && (restored || isNews(record)) && (
        <ConformanceFact conformance={record.conformance} />
      )}
      {caveats.map((sentence) => (
        <p key={sentence} className={text.caveat} data-testid="substitution">
          {sentence}
        </p>
      ))}
    </>
  );
}

/**
 * Whether the check of an encoder is to be read: once a visit, again where the model, the device or its driver is another, and
 * always where something is wrong.
 */
function isNews({ conformance, model, device, started }: RunRecord): boolean {
  if (!conformance || deviates(conformance)) return true;
  const what = [model?.id, model?.dtype, model?.processor, device.adapter, device.userAgent, conformance];
  return saysFirst(JSON.stringify(what), started);
}
