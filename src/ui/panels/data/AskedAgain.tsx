import { forgetFiles } from '../../../state/kept/keep-files';
import { allowReading, missingNow } from '../../../state/kept/restore-files';
import { isRunning } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import { useShallow } from 'zustand/react/shallow';
import text from '../../primitives/text.module.css';
import styles from '../FilePicker.module.css';
import { ASKED } from '../texts';

/** Files of an earlier visit that could not be read back: what they are, and what to do. */
export function AskedAgain() {
  const missing = useLab(useShallow(missingNow));
  const running = useLab(isRunning);
  if (missing.length === 0 || running) return null;
  const bytes = missing.reduce((sum, { size }) => sum + size, 0);
  return (
    <div className={`${text.caveat} ${styles.asked}`} data-testid="asked-again">
      <p>
        {ASKED.sentence(
          missing.map(({ path }) => path),
          bytes,
        )}
      </p>
      {missing.some(({ root }) => root !== null) && (
        <button type="button" onClick={() => void allowReading()}>
          {ASKED.allow}
        </button>
      )}
      <button type="button" onClick={() => void forgetFiles()}>
        {ASKED.forget}
      </button>
    </div>
  );
}
