import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import type { InputSummary } from '../plan/input';
import { sizeOf, type Cell } from '../plan/plan';
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

/** The row with a note that only `varying` of its numbers differ between vectors, where that is so. */
export function withVaryingNote(row: ResultRow, varying: number | undefined): ResultRow {
  if (varying === undefined) return row;
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
  const galleries = { textToImage: input.images, imageToText: input.texts };
  const direction = (name: Direction): DirectionResult => {
    const candidates = Math.min(sizeOf(cell.pool), galleries[name]);
    const result = { ...measured[name], candidates, speed: speeds[name] };
    if (!comparison || !difference) return result;
    const { whole, base, sameSpace } = comparison;
    const loss = splitLoss(whole[name], base[name], sameSpace[name], measured[name]);
    return { ...result, difference: difference[name], loss };
  };
  const { dim, projection, precision, pool, lifted, note } = cell;
  const candidateSize = pool === 'all' ? input.images : pool;
  return {
    experiment: `dim_${spaceId(cell)}_prec_${precision}_cand_${candidateSize}`,
    dim,
    projection,
    precision,
    candidateSize,
    wholeGallery: pool === 'all',
    samples: input.images,
    lifted,
    note,
    textToImage: direction('textToImage'),
    imageToText: direction('imageToText'),
    mean: { ...mean, ...(difference && { difference: difference.mean }) },
    memory,
  };
}
