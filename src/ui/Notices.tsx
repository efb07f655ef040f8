import { dismiss } from '../state/store';
import { useLab } from '../state/use-lab';
import text from './primitives/text.module.css';
import styles from './Notices.module.css';
import button from './primitives/button.module.css';
import { PAGE } from './texts';

/** Sentences about what just happened, until they are dismissed. */
export function Notices() {
  const notices = useLab((state) => state.notices);
  return (
    <div className={styles.notices} role="alert">
      {notices.map((sentence) => (
        <p key={sentence} className={`${text.caveat} ${styles.notice}`} data-testid="notice">
          {sentence}
          <button
            type="button"
            className={button.quiet}
            onClick={() => dismiss(sentence)}
            aria-label={PAGE.dismiss}
          >
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
