import type { SweepConfig } from '../../protocol/sweep-config';
import type { CellGroup } from '../plan/cell-groups';
import type { InputSummary } from '../plan/input';
import { spaceKey, spacesOf } from '../plan/spaces';
import type { ResultRow } from '../results/result';

/** Bytes of vectors at the largest dimension from which groups are evaluated one at a time, for their memory. */
const LARGE_INPUT = 2 ** 26;

/** Groups of small inputs under way at once: while the last blocks of one are ranked, the next are projected. */
const AT_ONCE = 3;

/** How many groups are evaluated at the same time. */
export function groupsAtOnce({ dims }: SweepConfig, { texts, images }: InputSummary): number {
  return 4 * Math.max(...dims) * (texts + images) > LARGE_INPUT ? 1 : AT_ONCE;
}

/**
 * The rows of groups in the order of the plan, each as soon as those before it are there. `rows` gives those of each
 * group, in the order of `groups`.
 */
export async function* inPlanOrder(
  groups: readonly CellGroup[],
  rows: AsyncIterable<readonly ResultRow[]>,
  config: SweepConfig,
  input: InputSummary,
): AsyncGenerator<ResultRow, void> {
  const planned = groups.filter(({ cells }) => cells.length > 0);
  const spaces = spacesOf(config, input).map(spaceKey);
  planned.sort((a, b) => placeOf(a, spaces, config) - placeOf(b, spaces, config));
  const waiting = new Map<CellGroup, readonly ResultRow[]>();
  let received = 0;
  let next = 0;
  for await (const ofGroup of rows) {
    waiting.set(groups[received++], ofGroup);
    for (; next < planned.length && waiting.has(planned[next]); next++) yield* waiting.get(planned[next])!;
  }
}

/** Where a group's first cell stands in the plan. */
function placeOf(
  { precision, cells: [{ pool }], ...space }: CellGroup,
  spaces: readonly string[],
  { precisions, candidateSizes }: SweepConfig,
): number {
  const at = spaces.indexOf(spaceKey(space)) * precisions.length + precisions.indexOf(precision);
  return at * candidateSizes.length + candidateSizes.indexOf(pool);
}
