import { forgetFiles } from '../../../state/kept/keep-files';
import { isRunning } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import { Confirm } from '../../primitives/Confirm';
import text from '../../primitives/text.module.css';
import { KEPT } from './texts';
import styles from './StoragePanel.module.css';

/** The person's own files that are kept for the next visit, with a button to delete them. */
export function KeptFilesLine() {
  const kept = useLab((state) => state.kept);
  const running = useLab(isRunning);
  if (!kept) return null;
  const sum = (some: typeof kept.files) => some.reduce((total, { size }) => total + size, 0);
  const copied = kept.files.filter(({ offset }) => offset !== null);
  // Until it has been read, nothing but its name and size is known of a file.
  const others = kept.files.filter(({ offset, fingerprint }) => offset === null && fingerprint !== null);
  return (
    <div className={styles.line} data-testid="kept-files">
      <span>
        {KEPT.files(kept.files.length)}
        <span className={text.why}>
          {' '}
          {copied.length > 0 && KEPT.copied(copied.length, sum(copied))}{' '}
          {others.length > 0 && KEPT.named(others.length, sum(others))}
        </span>
      </span>
      {!running && (
        <Confirm
          label={KEPT.remove}
          about={KEPT.about}
          question={KEPT.question(copied.length, sum(copied))}
          yes={KEPT.yes}
          onYes={() => void forgetFiles()}
        />
      )}
    </div>
  );
}
