import { OPTION_LIST, valuesOf, type Choices } from '../../protocol/choices';

/** An option that two sets of choices have differently, and its values in words. */
export interface DifferingChoice {
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** Differences in words: First N pictures 100 → 90, … */
export const listDifferences = (differing: readonly DifferingChoice[]): string =>
  differing.map(({ label, a, b }) => `${label} ${a || '–'} → ${b || '–'}`).join(', ');

/** The options in which b differs from a, in their order on the page. */
export function differingChoices(a: Choices, b: Choices): DifferingChoice[] {
  const [ofA, ofB] = [valuesOf(a), valuesOf(b)];
  return OPTION_LIST.flatMap(([name, option]) => {
    const [before, after] = [option.write(ofA[name]), option.write(ofB[name])];
    return before === after ? [] : [{ label: option.label, a: before, b: after }];
  });
}
