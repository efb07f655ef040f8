import { isRunning } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import text from '../primitives/text.module.css';
import { EARLIER } from './texts';

/** Says that what is on screen is of an earlier run, while a later one has no results. */
export function EarlierRun() {
  const isEarlier = useLab((state) => state.newer !== null);
  const running = useLab(isRunning);
  if (!isEarlier) return null;
  return (
    <p className={text.caveat} role="status" data-testid="earlier-run">
      {running ? EARLIER.running : EARLIER.ended}
    </p>
  );
}
