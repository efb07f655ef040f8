import type { RunRecord } from '../../protocol/run-record';
import { count } from '../../report/formats/format';
import { useLab } from '../../state/use-lab';
import { ConformanceFact } from './ConformanceFact';

/** What really ran: data, model, device, and everything that was replaced or must be known to read the numbers. */
export function RunFacts() {
  const { record, caveats, restored } = useLab((state) => state.run);
  if (!record) return null;
  const { data, model, device, engine } = record;
  const facts = [
    data.label,
    data.texts > 0 && `${count(data.texts)} captions × ${count(data.images)} pictures`,
    data.captionsSkipped && `${count(data.captionsSkipped)} captions skipped (picture not given)`,
    data.captionsTrimmed && `${count(data.captionsTrimmed)} captions trimmed`,
    data.pairing && `pairing ${data.pairing}`,
    model && `${model.id} ${model.dtype}`,
    `${device.name}${device.adapter ? ` (${device.adapter})` : ''}${device.threads > 1 ? `, ${device.threads} threads` : ''}`,
    engine && evaluatedBy(engine),
    `pools ${record.sweep.pools}`,
    restored && 'read back from your last visit',
  ].filter(Boolean);
  return (
    <>
      <p className="facts">{facts.join(' · ')}</p>
      {record.conformance && <ConformanceFact conformance={record.conformance} />}
      {caveats.map((sentence) => (
        <p key={sentence} className="substitution">
          {sentence}
        </p>
      ))}
    </>
  );
}

function evaluatedBy({ workers, kernels, gpu }: NonNullable<RunRecord['engine']>): string {
  const who = workers === 1 ? '1 worker' : `${count(workers)} workers`;
  return `evaluated by ${who}, ${kernels}${gpu === null ? '' : `, GPU ${gpu}`}`;
}
