import type { Choices } from '../../protocol/choices';
import { forecast } from '../../sweep/plan/fit/forecast';
import type { KnownInput } from '../../sweep/plan/fit/known-input';
import type { Expected, Pace } from './pace';
import { paceFor } from './remember-pace';

/** The pace of the demo with its own model on a machine with two processors (AMD EPYC, Chromium 150, 2026-11-30), for the estimate of a first run. */
const PACE_OF_DEMO: Pace = { before: 1700, perImage: 3.4, perText: 0.9, perQuery: 0.012 };

/**
 * Of a run with these choices on what is known of its input; null where none with this model, these weights and this device was
 * timed, or its size is not known.
 */
export function expectedOf(choices: Choices, known: Partial<KnownInput>): Expected | null {
  const { images, texts } = known;
  const coming = forecast(choices.sweep, known);
  if (!images || !texts || typeof coming === 'string' || coming.rows === null) return null;
  const own = paceFor(choices);
  const isDemo = choices.data === 'demo' && choices.model === 'demo' && choices.device === 'auto';
  const pace = own ?? (isDemo ? PACE_OF_DEMO : null);
  return pace && { pace, amount: { images, texts, cells: coming.rows }, isOwn: own !== null };
}
