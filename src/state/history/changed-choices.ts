import { fromFragment } from '../link';
import type { LabState } from '../lab-state';
import { differingChoices, type DifferingChoice } from './differing-choices';
import type { KeptEntry } from './kept-entry';

/** In what choices are no longer those of a kept run. */
interface Changed {
  readonly entry: KeptEntry;
  readonly differing: readonly DifferingChoice[];
}

/** The last answer, and what it was for: every choice on the page asks. */
let last:
  { readonly entry: KeptEntry; readonly choices: LabState['choices']; readonly changed: Changed } | undefined;

/** In what the choices are no longer those of the run on screen; null where its choices are not known. */
export function changedChoices({ history, run, choices }: LabState): Changed | null {
  const entry = history.find(({ id }) => id === run.record?.started);
  if (!entry || entry.opened) return null;
  if (last?.entry !== entry || last.choices !== choices) {
    const differing = differingChoices(fromFragment(entry.fragment).choices, choices);
    last = { entry, choices, changed: { entry, differing } };
  }
  return last.changed;
}
