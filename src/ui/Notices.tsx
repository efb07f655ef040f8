import { dismiss } from '../state/store';
import { useLab } from '../state/use-lab';
import { PAGE } from './texts';

/** Sentences about what just happened, until they are dismissed. */
export function Notices() {
  const notices = useLab((state) => state.notices);
  return (
    <div className="notices" role="alert">
      {notices.map((sentence) => (
        <p key={sentence} className="notice" data-testid="notice">
          {sentence}
          <button type="button" className="quiet" onClick={() => dismiss(sentence)} aria-label={PAGE.dismiss}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
