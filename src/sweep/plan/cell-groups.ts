import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { plan, sizeOf, type Cell } from './plan';
import { baseSpace, spaceKey, spacesOf, type Space } from './spaces';

/**
 * Cells of one space and precision, ranked together. Without cells it is only there for others to be compared
 * with: fp32 in the base space, or fp32 in the space of other cells.
 */
export interface CellGroup extends Space {
  readonly precision: Precision;
  readonly cells: readonly Cell[];
}

/** The pool sizes of a group; the whole gallery is Infinity. */
export const sizesOf = ({ cells }: CellGroup): number[] => cells.map(({ pool }) => sizeOf(pool));

/** The precision that losses are counted from. */
export const BASELINE = 'fp32';

/** Whether a group is the one that all others are compared with. */
export const isBaseline = (group: Space & Pick<CellGroup, 'precision'>, input: InputSummary): boolean =>
  isSame(group, baseSpace(input)) && group.precision === BASELINE;

const isSame = (a: Space, b: Space): boolean => spaceKey(a) === spaceKey(b);

/** Bytes that the drawn pools of one group may take. */
const MAX_POOL_BYTES = 2 ** 26;

/** Neighbouring cells whose drawn pools fit into memory together. */
function splitByBytes(cells: readonly Cell[], { texts, images }: InputSummary): Cell[][] {
  const runs: Cell[][] = [];
  let bytes = Infinity;
  for (const cell of cells) {
    const needed = cell.pool === 'all' ? 0 : (texts + images) * cell.pool * 4;
    if (bytes + needed > MAX_POOL_BYTES) {
      runs.push([]);
      bytes = 0;
    }
    runs[runs.length - 1].push(cell);
    bytes += needed;
  }
  return runs;
}

/**
 * The groups of a sweep in the order in which they are computed. Where the reference's stream gives the pools, that is
 * the order of the plan, and every cell has pools of its own, so that none can be compared with another query by query.
 * Otherwise what others are compared with comes first: the baseline, then fp32 of each space before its others.
 */
export function cellGroupsOf(config: SweepConfig, input: InputSummary): CellGroup[] {
  const cells = plan(config, input);
  const spaces = spacesOf(config, input);
  const of = (space: Space, precision: Precision): CellGroup => ({
    ...space,
    precision,
    cells: cells.filter((cell) => isSame(cell, space) && cell.precision === precision),
  });
  if (config.pools === 'reference') {
    return spaces.flatMap((space) =>
      config.precisions.flatMap((precision) =>
        splitByBytes(of(space, precision).cells, input).map((some) => ({ ...space, precision, cells: some })),
      ),
    );
  }
  const others = config.precisions.filter((precision) => precision !== BASELINE);
  const base = baseSpace(input);
  const baseline = of(base, BASELINE);
  const rest = spaces.flatMap((space) => [
    ...(isSame(space, base) ? [] : [of(space, BASELINE)]),
    ...others.map((precision) => of(space, precision)),
  ]);
  return [baseline, ...rest];
}
