import { knownInput } from '../known-input';
import type { LabState } from '../lab-state';
import type { Expected } from './pace';
import { paceFor } from './remember-pace';

/** Of a run with these choices; null where none with this model, these weights and this device was timed, or its size is not known. */
export function expectedOf(state: Pick<LabState, 'choices' | 'inspection'>): Expected | null {
  const pace = paceFor(state.choices);
  const { images, texts } = knownInput(state);
  return pace && images && texts ? { pace, amount: { images, texts } } : null;
}
