import { labStore, setFiles } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import button from '../../primitives/button.module.css';
import { ARRAYS, INSPECTION } from './texts';
import styles from './InspectionPanel.module.css';

/** The dropped files of vectors and those beside them, each with a button that takes it away again. */
export function VectorFiles() {
  const vectors = useLab((state) => state.files.vectors);
  const beside = useLab((state) => state.files.besideVectors);
  return (
    <ul className={styles.taken}>
      {[...vectors, ...beside].map((file) => (
        <li key={`${file.name} ${file.lastModified}`}>
          <span>
            <b>{file.name}</b> {vectors.includes(file) ? ARRAYS.vectors : ARRAYS.beside}
          </span>
          <button
            type="button"
            className={`${button.quiet} ${button.small}`}
            aria-label={INSPECTION.removeOf(file.name)}
            onClick={() => remove(file)}
          >
            {INSPECTION.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}

function remove(gone: File): void {
  const { files } = labStore.getState();
  const without = (few: readonly File[]) => few.filter((file) => file !== gone);
  setFiles({ ...files, vectors: without(files.vectors), besideVectors: without(files.besideVectors) });
}
