import { InputError, messageOf } from '../lib/errors';
import { checked } from './options/check';
import { brokenRules } from './options/rules';
import { SWEEP_OPTIONS } from './options/sweep';
import type { SweepConfig } from './sweep-config';

/** Throws an InputError that names the option where a sweep cannot be run as configured. */
export function checkConfig(config: SweepConfig): void {
  for (const [name, option] of Object.entries(SWEEP_OPTIONS)) {
    try {
      checked<unknown>(option, config[name as keyof SweepConfig]);
    } catch (error) {
      throw new InputError(`${option.label}: ${messageOf(error)}.`, error);
    }
  }
  const [broken] = brokenRules(config);
  if (broken) throw new InputError(broken);
}
