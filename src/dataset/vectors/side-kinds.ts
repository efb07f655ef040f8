import {
  chosenKinds,
  sideNamesOf,
  type SideKind,
  type SideNames,
  type SidesChoice,
} from '../../protocol/side-names';
import type { ArrayInfo } from './array-info';
import type { ArrayRoles } from './guess-roles';
import { labelArrays } from './labels';
import { kindOfName, sideOfName } from './name-words';

/**
 * What the two sides are called: as chosen, else by the words in the names of their arrays and tables, else by texts that stand beside
 * them.
 */
export function sideNames(arrays: readonly ArrayInfo[], roles: ArrayRoles, choice: SidesChoice): SideNames {
  const chosen = chosenKinds(choice);
  if (chosen) return sideNamesOf(...chosen);
  const labels = labelArrays(arrays, roles);
  const kindOf = (side: 'text' | 'image'): SideKind | null => {
    const { name, table } = roles[side];
    const named = kindOfName(name) ?? (table === undefined ? null : kindOfName(table));
    const hasTexts = arrays.some((one) => one.isBeside && sideOfName(one.name) === side);
    return named ?? (labels[side] || hasTexts ? 'text' : null);
  };
  return sideNamesOf(kindOf('text'), kindOf('image'));
}
