import type { Choices } from '../../protocol/choices';
import type { Stage } from '../../run/progress';
import { type Pace, paceOf, parsePaces } from './pace';

const KEY = 'pace';

type Encoding = Pick<Choices, 'model' | 'modelUrl' | 'dtype' | 'device'>;

/** What a pace belongs to: another model, other weights or another device have their own. */
const nameOf = ({ model, modelUrl, dtype, device }: Encoding): string =>
  [model, model === 'url' ? modelUrl : '', dtype, device].join(' ');

/** Remembers how fast a run went, for the next estimate. Where the browser keeps nothing, it is forgotten. */
export function rememberPace(choices: Encoding, stages: readonly Stage[], cells: number): void {
  const pace = paceOf(stages, cells);
  if (pace === null) return;
  try {
    const others = parsePaces(localStorage.getItem(KEY));
    localStorage.setItem(KEY, JSON.stringify({ ...others, [nameOf(choices)]: pace }));
  } catch {
    // Storage is off.
  }
}

/** How fast the last run with this model, these weights and this device went; null where there was none. */
export function paceFor(choices: Encoding): Pace | null {
  try {
    const paces = parsePaces(localStorage.getItem(KEY));
    const name = nameOf(choices);
    return Object.hasOwn(paces, name) ? paces[name] : null;
  } catch {
    return null;
  }
}
