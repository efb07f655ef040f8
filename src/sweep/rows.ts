import type { Measured } from '../retrieval/measure';
import { differences, meanOf } from '../retrieval/paired';
import type { Speed } from '../retrieval/speed';
import type { Direction, InputSummary } from './input';
import { splitLoss } from './loss';
import type { Cell } from './plan';
import type { DirectionResult, Memory, ResultRow } from './result';

/** What was measured of one cell. */
export type MeasuredCell = Readonly<Record<Direction, Measured>>;

/** What a cell is compared with: see splitLoss. */
export interface Comparison {
  readonly whole: MeasuredCell;
  readonly base: MeasuredCell;
  readonly sameDim: MeasuredCell;
}

/** What a row says before anything is computed: all that there is where the cell cannot be. */
export function described(cell: Cell, { texts }: InputSummary): ResultRow {
  const { dim, precision, candidateSize, lifted, reason, note } = cell;
  const experiment = `dim_${dim}_prec_${precision}_cand_${candidateSize}`;
  return { experiment, dim, precision, candidateSize, samples: texts, lifted, note: reason ?? note };
}

/** The row of a computed cell. */
export function resultRow(
  cell: Cell,
  input: InputSummary,
  measured: MeasuredCell,
  speeds: Readonly<Record<Direction, Speed>>,
  memory: Memory,
  comparison: Comparison | undefined,
): ResultRow {
  const direction = (name: Direction): DirectionResult => {
    const result = { ...measured[name].measures, speed: speeds[name] };
    if (!comparison) return result;
    const { whole, base, sameDim } = comparison;
    return {
      ...result,
      difference: differences(measured[name], base[name]),
      loss: splitLoss(
        whole[name].measures,
        base[name].measures,
        sameDim[name].measures,
        measured[name].measures,
      ),
    };
  };
  const both = (cells: MeasuredCell) => meanOf(cells.textToImage, cells.imageToText);
  const mean = both(measured);
  return {
    ...described(cell, input),
    textToImage: direction('textToImage'),
    imageToText: direction('imageToText'),
    mean: {
      ...mean.measures,
      ...(comparison && { difference: differences(mean, both(comparison.base)) }),
    },
    memory,
  };
}
