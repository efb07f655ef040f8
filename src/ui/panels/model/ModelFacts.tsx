import { bytes } from '../../../report/formats/format';
import { memoryNeeded, toFetch, type ModelPreview } from '../../../run/encoder/model-preview';
import button from '../../primitives/button.module.css';
import text from '../../primitives/text.module.css';
import styles from './ModelFacts.module.css';
import { MODEL } from '../texts';
import type { Outlook } from './use-model-preview';

/** What the chosen model takes to download and run, and its licence and revision: shown before Run. */
export function ModelFacts({ outlook, problem, asking, ask }: Outlook) {
  return (
    <div className={styles.facts} data-testid="model-facts" aria-live="polite">
      {outlook && <Facts outlook={outlook} asking={asking} ask={ask} />}
      {problem && <p className={`${text.why} ${text.error}`}>{problem}</p>}
    </div>
  );
}

function Facts({ outlook, asking, ask }: Pick<Outlook, 'asking' | 'ask'> & { outlook: ModelPreview }) {
  const { spec, fallback } = outlook;
  const memory = memoryNeeded(outlook);
  const mayAsk = !asking && toFetch(outlook).unknown > 0;
  return (
    <>
      <dl>
        <dt>{MODEL.download}</dt>
        <dd>
          {downloadOf(outlook, asking)}
          {mayAsk && (
            <button type="button" className={`${button.small} ${styles.ask}`} onClick={ask}>
              {MODEL.askHost}
            </button>
          )}
        </dd>
        {spec.dimension !== null && (
          <>
            <dt>{MODEL.dimensions}</dt>
            <dd>{MODEL.dimensionsOf(spec.dimension)}</dd>
          </>
        )}
        {memory !== null && memory > 0 && (
          <>
            <dt>{MODEL.memory}</dt>
            <dd>{MODEL.memoryOf(memory)}</dd>
          </>
        )}
        <dt>{MODEL.license}</dt>
        <dd>{spec.license ?? MODEL.licenseUnknown}</dd>
        <dt>{MODEL.revision}</dt>
        <dd>{revisionOf(outlook)}</dd>
      </dl>
      {spec.note && <p className={text.why}>{spec.note}</p>}
      {fallback && (
        <p className={text.caveat} data-testid="substitution">
          {fallback}
        </p>
      )}
    </>
  );
}

function downloadOf(outlook: ModelPreview, asking: boolean): string {
  const { bytes: missing, unknown } = toFetch(outlook);
  if (outlook.spec.drawnScenes) return MODEL.builtIn;
  if (outlook.spec.baseUrl === 'dropped:') return MODEL.dropped;
  if (outlook.isHere) return MODEL.stored;
  const stored = outlook.files.reduce((sum, file) => sum + file.stored, 0);
  const parts = [
    missing > 0 && bytes(missing),
    unknown > 0 && (asking ? MODEL.asking : MODEL.unknownSize(unknown)),
    stored > 0 && MODEL.alreadyStored(stored),
  ];
  return parts.filter(Boolean).join(', ');
}

function revisionOf({ spec }: ModelPreview): string {
  if (spec.revision !== null) return MODEL.pinned(spec.revision);
  if (spec.drawnScenes) return MODEL.builtInRevision;
  return MODEL.notPinned;
}
