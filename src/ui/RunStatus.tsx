import { useEffect } from 'react';
import { latestRun } from '../state/lab-state';
import { useLab } from '../state/use-lab';
import text from './primitives/text.module.css';
import { runInWords, titleOf } from './run-words';

/** How far the run is, for screen readers and in the title of the tab. */
export function RunStatus() {
  const words = useLab((state) => runInWords(latestRun(state)));
  const title = useLab((state) => titleOf(latestRun(state)));
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <p className={text.visuallyHidden} role="status" data-testid="run-status">
      {words}
    </p>
  );
}
