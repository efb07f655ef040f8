import type { ArrayInfo } from './array-info';
import { stemOf, type ArrayRoles } from './guess-roles';

/** The arrays of both sides at each dimension: those of a role, and others whose names differ in the dimension alone. */
export function sidesByDimension(arrays: readonly ArrayInfo[], { text, image }: ArrayRoles) {
  const family = (of: ArrayInfo) =>
    arrays.filter(
      (one) => stemOf(of) !== undefined && stemOf(one) === stemOf(of) && one.shape[0] === of.shape[0],
    );
  const others = family(text).flatMap((one) => {
    const other = family(image).find(({ shape }) => shape[1] === one.shape[1]);
    return other && one !== text ? [[one, other] as const] : [];
  });
  return [[text, image] as const, ...others];
}
