import { figuresOf } from '../../report/figures/figures';
import type { LabState } from '../lab-state';
import { toFragment } from '../link';
import { writeFigures } from './figures-link';
import { fragmentOfRun } from './fragment-of-run';
import { addressOf, fragmentFrom, parametersOf } from './shared-link';

/** The address with the figures of the run on screen, where it has ended and was started with the choices that are shown. */
export function sharedLink(state: LabState): { fragment: string; hasFigures: boolean } {
  const { run, choices } = state;
  const { record, rows } = run;
  const address = addressOf(state);
  if (!record || run.status !== 'done' || fragmentOfRun(state) !== toFragment(choices)) {
    return { fragment: address, hasFigures: false };
  }
  const figures = writeFigures(figuresOf({ record, rows }));
  return { fragment: fragmentFrom([...parametersOf(address), ...figures]), hasFigures: true };
}
