import type { DroppedInspection } from '../../../dataset/dropped/inspect-dropped';
import { labStore, setFiles } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import button from '../../primitives/button.module.css';
import { FILES } from '../texts';
import { INSPECTION } from './texts';
import styles from './InspectionPanel.module.css';

/** What each dropped thing was taken for, with a button that takes it away again. */
export function Taken({ found: { format, inspection, pictures } }: { found: DroppedInspection }) {
  const { captions, texts, pictures: loose, zip, tars } = useLab((state) => state.files);
  const source =
    captions?.name ?? (texts.length > 0 ? FILES.texts(texts.length) : ([...tars, zip][0]?.name ?? null));
  const archives = [zip, ...tars].flatMap((file) => (file ? [file.name] : []));
  const places = [...(loose.length > 0 ? [INSPECTION.files] : []), ...archives.slice(0, 3)];
  if (archives.length > 3) places.push(INSPECTION.more(archives.length - 3));
  return (
    <ul className={styles.taken} aria-live="polite">
      {source !== null && (captions || texts.length > 0 || format !== null) && (
        <li>
          <span>
            <b>{source}</b>{' '}
            {format === null
              ? INSPECTION.unread
              : INSPECTION.captionsOf(format, inspection?.captions ?? 0, inspection?.named ?? 0)}
          </span>
          {(captions || texts.length > 0) && (
            <Remove what={source} onClick={() => change({ captions: null, texts: [] })} />
          )}
        </li>
      )}
      {places.length > 0 && (
        <li>
          <span>
            <b>{places.join(', ')}</b> {INSPECTION.picturesOf(pictures, inspection?.matched ?? null)}
          </span>
          <Remove what={places.join(', ')} onClick={() => change({ pictures: [], zip: null, tars: [] })} />
        </li>
      )}
    </ul>
  );
}

function Remove({ what, onClick }: { what: string; onClick(): void }) {
  return (
    <button
      type="button"
      className={`${button.quiet} ${button.small}`}
      aria-label={INSPECTION.removeOf(what)}
      onClick={onClick}
    >
      {INSPECTION.remove}
    </button>
  );
}

const change = (files: Partial<Parameters<typeof setFiles>[0]>) =>
  setFiles({ ...labStore.getState().files, ...files });
