import { fromFragment } from '../../state/link';
import { differingChoices } from '../../state/history/differing-choices';
import { takeChoices } from '../../state/history/history';
import { useLab } from '../../state/use-lab';
import button from '../primitives/button.module.css';
import text from '../primitives/text.module.css';
import { CHANGED } from './texts';

/** Says in what the choices beside the results are no longer those of the run on screen, and takes these back. */
export function ChangedChoices() {
  const choices = useLab((state) => state.choices);
  const entry = useLab(({ history, run }) => history.find(({ id }) => id === run.record?.started));
  if (!entry || entry.opened) return null;
  const differing = differingChoices(fromFragment(entry.fragment).choices, choices);
  if (differing.length === 0) return null;
  return (
    <p className={text.why} data-testid="changed-choices">
      {CHANGED.since(differing)}{' '}
      <button type="button" className={button.small} onClick={() => takeChoices(entry)}>
        {CHANGED.takeBack}
      </button>
    </p>
  );
}
