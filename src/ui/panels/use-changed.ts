import type { OptionName } from '../../protocol/choices';
import { changedChoices } from '../../state/history/changed-choices';
import { useLab } from '../../state/use-lab';

/** Whether one of these options is no longer as it was in the run on screen. */
export const useChanged = (names: readonly OptionName[]): boolean =>
  useLab((state) => changedChoices(state)?.differing.some(({ name }) => names.includes(name)) ?? false);

/** What an option was in the run on screen, in words; null where it is so still, or that is not known. */
export const useBefore = (name: OptionName): string | null =>
  useLab((state) => changedChoices(state)?.differing.find((one) => one.name === name)?.a ?? null);
