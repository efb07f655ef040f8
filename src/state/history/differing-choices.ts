import { OPTION_LIST, valuesOf, type Choices, type OptionName } from '../../protocol/choices';
import { CATALOGUE } from '../../encoder/catalogue/catalogue-entries';
import type { Option, Value } from '../../protocol/options/option';

/** An option that two sets of choices have differently, and its values in words. */
export interface DifferingChoice {
  readonly name: OptionName;
  readonly label: string;
  readonly a: string;
  readonly b: string;
  /** Of a list that keeps some of its values: those that only b has, and those that only a has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Differences in words: First N pictures 100 → 90; … */
export const listDifferences = (differing: readonly DifferingChoice[]): string =>
  differing.map(changed).join('; ');

/** Changes from a to b in words: Precisions: binary added; First N pictures 100 → 90; … */
export const listChanges = (differing: readonly DifferingChoice[]): string =>
  differing
    .map((choice) => {
      const { label, added, removed } = choice;
      const parts = [
        added.length > 0 && `${added.join(', ')} added`,
        removed.length > 0 && `${removed.join(', ')} removed`,
      ].filter(Boolean);
      return parts.length > 0 ? `${label}: ${parts.join(', ')}` : changed(choice);
    })
    .join('; ');

const changed = ({ label, a, b }: DifferingChoice): string => `${label} ${a || '–'} → ${b || '–'}`;

/** The options in which b differs from a, in their order on the page. */
export function differingChoices(a: Choices, b: Choices): DifferingChoice[] {
  const [ofA, ofB] = [valuesOf(a), valuesOf(b)];
  return OPTION_LIST.flatMap(([name, option]) => {
    if (option.write(ofA[name]) === option.write(ofB[name])) return [];
    const [before, after] = [inWords(option, ofA[name]), inWords(option, ofB[name])];
    const isKept = before.some((value) => after.includes(value));
    return [
      {
        name,
        label: option.label,
        a: before.join(', '),
        b: after.join(', '),
        added: isKept ? after.filter((value) => !before.includes(value)) : [],
        removed: isKept ? before.filter((value) => !after.includes(value)) : [],
      },
    ];
  });
}

/** An option knows the models of the catalogue by their keys alone. */
const MODELS: Readonly<Record<string, Value | undefined>> = CATALOGUE;

/** The values of an option as the page names them; one, unless it is a list. */
function inWords({ control, write }: Option<unknown>, value: unknown): string[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  switch (control.kind) {
    case 'select':
    case 'checks':
      return values.map(String).map((one) => (MODELS[one] ?? control.values[one])?.label ?? one);
    case 'switch':
      return [value ? control.on : control.off];
    case 'list':
    case 'list or all':
      return values.map(String);
    case 'number':
    case 'number or all':
    case 'text':
      return [write(value)];
  }
}
