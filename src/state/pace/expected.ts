import type { Choices } from '../../protocol/choices';
import type { Expected } from './pace';
import { paceFor } from './remember-pace';

/** What a run embeds, as far as it is known. */
interface Known {
  readonly images?: number | undefined;
  readonly texts?: number | undefined;
}

/** Of a run with these choices; null where none with this model, these weights and this device was timed, or its size is not known. */
export function expectedOf(choices: Choices, { images, texts }: Known): Expected | null {
  const pace = paceFor(choices);
  return pace && images && texts ? { pace, amount: { images, texts } } : null;
}
