import { bytes, count } from '../../report/formats/format';
import { memoryNeeded, toFetch, type ModelPreview } from '../../run/encoder/model-preview';
import type { Outlook } from './use-model-preview';

/** What the chosen model costs and what must be known of it, before Run. */
export function ModelFacts({ outlook, problem, asking, ask }: Outlook) {
  return (
    <div className="model-facts" aria-live="polite">
      {outlook && <Facts outlook={outlook} asking={asking} ask={ask} />}
      {problem && <p className="why problem">{problem}</p>}
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
        <dt>Download</dt>
        <dd>
          {downloadOf(outlook, asking)}
          {mayAsk && (
            <button type="button" className="small" onClick={ask}>
              Ask the host
            </button>
          )}
        </dd>
        {spec.dimension !== null && (
          <>
            <dt>Vectors</dt>
            <dd>{count(spec.dimension)} dimensions</dd>
          </>
        )}
        {memory !== null && memory > 0 && (
          <>
            <dt>Memory</dt>
            <dd>about {bytes(memory)}</dd>
          </>
        )}
        <dt>Licence</dt>
        <dd>{spec.license ?? 'not known here: see its page'}</dd>
        <dt>Revision</dt>
        <dd>{revisionOf(outlook)}</dd>
      </dl>
      {spec.note && <p className="why">{spec.note}</p>}
      {fallback && <p className="substitution">{fallback}</p>}
    </>
  );
}

function downloadOf(outlook: ModelPreview, asking: boolean): string {
  const { bytes: missing, unknown } = toFetch(outlook);
  if (outlook.spec.drawnScenes) return 'none: part of this page';
  if (outlook.spec.baseUrl === 'dropped:') return 'none: your files stay in this browser';
  if (outlook.isHere) return 'none: stored on this device';
  const stored = outlook.files.reduce((sum, file) => sum + file.stored, 0);
  const parts = [
    missing > 0 && bytes(missing),
    unknown > 0 &&
      (asking ? 'asking the host …' : `${unknown === 1 ? '1 file' : `${unknown} files`} of unknown size`),
    stored > 0 && `${bytes(stored)} already stored`,
  ];
  return parts.filter(Boolean).join(', ');
}

function revisionOf({ spec }: ModelPreview): string {
  if (spec.revision !== null) return `${spec.revision.slice(0, 8)}, pinned`;
  if (spec.drawnScenes) return 'that of this page';
  return 'not pinned: named by the SHA-256 of its files';
}
