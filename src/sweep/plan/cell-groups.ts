import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { plan, type Cell } from './plan';

/**
 * Cells of one dimension and precision, ranked together. Without cells it is only there for others to be compared
 * with: fp32 at the base dimension, of which all losses are told, or fp32 at the dimension of other cells.
 */
export interface CellGroup {
  readonly dim: number;
  readonly precision: Precision;
  readonly cells: readonly Cell[];
}

const computable = (cell: Cell): boolean => cell.reason === undefined;

/** Pool sizes of a pass that can be computed. */
export const sizesOf = ({ cells }: CellGroup): number[] =>
  cells.filter(computable).map(({ candidateSize }) => candidateSize);

/** The precision that losses are told against. */
export const BASELINE = 'fp32';

/** Whether a pass is the one that all others are compared with. */
export const isBaseline = (
  { dim, precision }: Pick<CellGroup, 'dim' | 'precision'>,
  input: InputSummary,
): boolean => dim === input.baseDim && precision === BASELINE;

/** Bytes that the drawn pools of one pass may take. */
const DRAWN_BYTES = 2 ** 26;

/** Runs of pool sizes whose drawn pools fit together. */
function fitting(cells: readonly Cell[], { texts, images }: InputSummary): Cell[][] {
  const runs: Cell[][] = [];
  let bytes = Infinity;
  for (const cell of cells) {
    const own = (texts + images) * cell.candidateSize * 4;
    if (bytes + own > DRAWN_BYTES) {
      runs.push([]);
      bytes = 0;
    }
    runs[runs.length - 1].push(cell);
    bytes += own;
  }
  return runs;
}

/**
 * The passes of a sweep in the order in which they are computed. Where the reference's stream gives the pools, that is
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
        fitting(of(dim, precision).cells, input).map((some) => ({ dim, precision, cells: some })),
      ),
    );
  }
  const others = config.precisions.filter((precision) => precision !== BASELINE);
  const baseline = of(input.baseDim, BASELINE);
  const rest = config.dims.flatMap((dim) => [
    ...(dim === input.baseDim ? [] : [of(dim, BASELINE)]),
    ...others.map((precision) => of(dim, precision)),
  ]);
  const wanted = (pass: CellGroup) =>
    pass.cells.length > 0 || cells.some((cell) => cell.dim === pass.dim && computable(cell));
  const passes = [baseline, ...rest].filter((pass) => pass === baseline || wanted(pass));
  return cells.some(computable) ? passes : passes.filter((pass) => pass.cells.length > 0);
}
