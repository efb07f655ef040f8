import { UNKEPT } from '../run/not-kept';
import { dismiss, dismissUnkept } from '../state/store';
import { useLab } from '../state/use-lab';
import text from './primitives/text.module.css';
import styles from './Notices.module.css';
import button from './primitives/button.module.css';
import { NOT_KEPT, PAGE } from './texts';

/** Sentences about what just happened, until they are dismissed: one for all that is not kept for the same reason. */
export function Notices() {
  const notices = useLab((state) => state.notices);
  const unkept = useLab((state) => state.unkept);
  const reasons = [...new Set(unkept.map(({ why }) => why))];
  return (
    <div className={styles.notices} role="alert">
      {reasons.map((why) => {
        const what = UNKEPT.filter((each) => unkept.some((one) => one.what === each && one.why === why));
        return (
          <Notice key={why} sentence={NOT_KEPT.sentence(what, why)} onDismiss={() => dismissUnkept(why)} />
        );
      })}
      {notices.map((sentence) => (
        <Notice key={sentence} sentence={sentence} onDismiss={() => dismiss(sentence)} />
      ))}
    </div>
  );
}

function Notice({ sentence, onDismiss }: { readonly sentence: string; readonly onDismiss: () => void }) {
  return (
    <p className={`${text.caveat} ${styles.notice}`} data-testid="notice">
      {sentence}
      <button type="button" className={button.quiet} onClick={onDismiss} aria-label={PAGE.dismiss}>
        ×
      </button>
    </p>
  );
}
