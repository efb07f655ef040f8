import { changedChoices } from '../../state/history/changed-choices';
import { takeChoices } from '../../state/history/history';
import { useLab } from '../../state/use-lab';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import { CHANGED } from './texts';

/** Says in what the choices beside the results are no longer those of the run on screen, and takes these back. */
export function ChangedChoices() {
  const changed = useLab(changedChoices);
  if (!changed || changed.differing.length === 0) return null;
  return (
    <p className={text.why} data-testid="changed-choices">
      {CHANGED.since(changed.differing)}{' '}
      <button type="button" className={button.small} onClick={() => takeChoices(changed.entry)}>
        {CHANGED.takeBack}
      </button>
    </p>
  );
}
