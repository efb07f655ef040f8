import type { Option } from '../../protocol/options/option';
import { SWEEP_OPTIONS } from '../../protocol/options/sweep';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { Clause } from './protocol-in-brief';

type Deciding = Parameters<NonNullable<Option<unknown>['isUsed']>>[0];

/** What was chosen for a sweep, in the order of the page and in its words; without choices that had no effect. */
export function choicesInWords(sweep: SweepConfig): Clause[] {
  const options = Object.entries(SWEEP_OPTIONS) as unknown as [keyof SweepConfig, Option<unknown>][];
  return options
    .filter(([, { isUsed }]) => isUsed?.(sweep as unknown as Deciding) ?? true)
    .map(([name, option]) => ({ term: option.label, text: valueInWords(option, sweep[name]) }));
}

function valueInWords({ control, write }: Option<unknown>, value: unknown): string {
  switch (control.kind) {
    case 'select':
      return control.values[value as string].label;
    case 'switch':
      return value ? control.on : control.off;
    case 'checks':
      return (value as readonly string[]).map((one) => control.values[one].label).join(', ');
    case 'list or all':
      return (value as readonly unknown[])
        .map((one) => (one === 'all' ? control.all : String(one)))
        .join(', ');
    default:
      return write(value).replaceAll(',', ', ');
  }
}
