import type { Choices } from '../protocol/choices';
import { fitSweep } from '../sweep/plan/fit/fit-sweep';
import type { KnownInput } from '../sweep/plan/fit/known-input';
import type { RunContext } from './request';

/**
 * The choices with a sweep of which the data can give every cell; what is left out becomes caveats.
 * @throws InputError where nothing remains
 */
export function fitChoices(choices: Choices, input: KnownInput, { emit }: Pick<RunContext, 'emit'>): Choices {
  const { config, sentences } = fitSweep(choices.sweep, input);
  for (const sentence of sentences) emit({ kind: 'caveat', sentence });
  return { ...choices, sweep: config };
}
