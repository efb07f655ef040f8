import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { plan, type Cell } from './plan';

/**
 * Cells of one dimension and precision, ranked together. Without cells it is only there for others to be compared
 * with: fp32 at the base dimension, or fp32 at the dimension of other cells.
 */
export interface CellGroup {
  readonly dim: number;
  readonly precision: Precision;
  readonly cells: readonly Cell[];
}

const computable = (cell: Cell): boolean => cell.reason === undefined;

/** Pool sizes of a group that can be computed. */
export const sizesOf = ({ cells }: CellGroup): number[] =>
  cells.filter(computable).map(({ candidateSize }) => candidateSize);

/** The precision that losses are counted from. */
export const BASELINE = 'fp32';

/** Whether a group is the one that all others are compared with. */
export const isBaseline = (
  { dim, precision }: Pick<CellGroup, 'dim' | 'precision'>,
  input: InputSummary,
): boolean => dim === input.baseDim && precision === BASELINE;

/** Bytes that the drawn pools of one group may take. */
const MAX_POOL_BYTES = 2 ** 26;

/** Neighbouring cells whose drawn pools fit into memory together. */
function splitByBytes(cells: readonly Cell[], { texts, images }: InputSummary): Cell[][] {
  const runs: Cell[][] = [];
  let bytes = Infinity;
  for (const cell of cells) {
    const needed = (texts + images) * cell.candidateSize * 4;
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
 * Otherwise what others are compared with comes first: the baseline, then fp32 of each dimension before its others.
 */
export function cellGroupsOf(config: SweepConfig, input: InputSummary): CellGroup[] {
  const cells = plan(config, input);
  const of = (dim: number, precision: Precision): CellGroup => ({
    dim,
    precision,
    cells: cells.filter((cell) => cell.dim === dim && cell.precision === precision),
  });
  if (config.pools === 'reference') {
    return config.dims.flatMap((dim) =>
      config.precisions.flatMap((precision) =>
        splitByBytes(of(dim, precision).cells, input).map((some) => ({ dim, precision, cells: some })),
      ),
    );
  }
  const others = config.precisions.filter((precision) => precision !== BASELINE);
  const baseline = of(input.baseDim, BASELINE);
  const rest = config.dims.flatMap((dim) => [
    ...(dim === input.baseDim ? [] : [of(dim, BASELINE)]),
    ...others.map((precision) => of(dim, precision)),
  ]);
  const isNeeded = (group: CellGroup) =>
    group.cells.length > 0 || cells.some((cell) => cell.dim === group.dim && computable(cell));
  const groups = [baseline, ...rest].filter((group) => group === baseline || isNeeded(group));
  return cells.some(computable) ? groups : groups.filter((group) => group.cells.length > 0);
}
