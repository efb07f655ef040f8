import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import type { InputSummary } from '../plan/input';
import type { Cell } from '../plan/plan';
import { spaceId } from '../plan/spaces';
import { splitLoss } from './loss';
import type { MeasuredCell } from './measured-cell';
import type { DirectionResult, Memory, ResultRow } from './result';

/** What the loss of a cell is split by: see splitLoss. */
export interface Comparison {
  readonly whole: MeasuredCell;
  readonly base: MeasuredCell;
  readonly sameSpace: MeasuredCell;
}

/** What a row says before anything is computed: all that there is where the cell cannot be. */
export function emptyRow(cell: Cell, { texts }: InputSummary): ResultRow {
  const { dim, projection, precision, candidateSize, lifted, reason, note } = cell;
  const experiment = `dim_${spaceId(cell)}_prec_${precision}_cand_${candidateSize}`;
  return {
    experiment,
    dim,
    projection,
    precision,
    candidateSize,
    samples: texts,
    lifted,
    note: reason ?? note,
  };
}

/** The row with a note that only `varying` of its numbers differ between vectors, where that is so. */
export function withVaryingNote(row: ResultRow, varying: number | undefined): ResultRow {
  if (varying === undefined || !row.textToImage) return row;
  const sentence = `Only ${varying} of the ${row.dim} components vary in these vectors; the others are zero.`;
  return { ...row, note: [row.note, sentence].filter(Boolean).join(' ') };
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
  const { difference, mean } = measured;
  const direction = (name: Direction): DirectionResult => {
    const result = { ...measured[name], speed: speeds[name] };
    if (!comparison || !difference) return result;
    const { whole, base, sameSpace } = comparison;
    const loss = splitLoss(whole[name], base[name], sameSpace[name], measured[name]);
    return { ...result, difference: difference[name], loss };
  };
  return {
    ...emptyRow(cell, input),
    textToImage: direction('textToImage'),
    imageToText: direction('imageToText'),
    mean: { ...mean, ...(difference && { difference: difference.mean }) },
    memory,
  };
}
