import { crc32 } from '../../lib/npy/crc32';
import { DIRECTIONS } from '../../protocol/direction';
import type { RunRecord } from '../../protocol/run-record';
import { spaceId } from '../../sweep/plan/spaces';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { ResultRow } from '../../sweep/results/result';
import type { Group } from '../columns/column';
import { columns } from '../columns/columns';
import { DIGITS, MOST_CELLS, RECALL_STEPS, type Figures } from './figures-of-link';

/** What a run is known to have found. */
export interface MeasuredRun {
  readonly record: RunRecord;
  readonly rows: readonly ResultRow[];
}

/** Cells from the largest pool to the smallest, and within it as they were computed: the headline figures come first. */
export const orderedCells = (rows: readonly ResultRow[]): readonly ResultRow[] =>
  [...rows].sort((a, b) => b.candidateSize - a.candidateSize);

/** The figures of a run that has rows. */
export function figuresOf({ record, rows }: MeasuredRun): Figures {
  const { data, vectors, model, device, appVersion, sweep } = record;
  const kIndex = primaryKIndex(sweep.ks);
  const cells = orderedCells(rows);
  return {
    data: data.fingerprint?.slice(0, DIGITS) ?? null,
    vectors: vectors.fingerprint?.slice(0, DIGITS) ?? null,
    model: model ? shortened(`${model.id} ${model.dtype}`) : null,
    device: shortened(device.name),
    version: appVersion,
    k: sweep.ks[kIndex],
    cells: cells.length,
    layout: crc32(new TextEncoder().encode(cells.map(nameOf).join())),
    recalls: cells
      .slice(0, MOST_CELLS)
      .flatMap((row) => DIRECTIONS.map((direction) => inSteps(row[direction].recall[kIndex].mean))),
    digest: digestOf(cells, sweep.ks),
  };
}

/** Names that have room in a link. */
const shortened = (name: string): string => name.replace(/\p{Cc}/gu, ' ').slice(0, 100);

/** A cell by name; a whole gallery is the same cell whatever its size. */
const nameOf = (row: ResultRow): string =>
  [spaceId(row), row.precision, row.wholeGallery ? 'all' : row.candidateSize].join(' ');

const inSteps = (share: number): number => Math.round(share * RECALL_STEPS);

/** What is measured, and the same wherever it is measured; times are not. */
const MEASURED: readonly Group[] = ['metric', 'rank', 'ties', 'interval', 'difference', 'loss'];

/** In single precision, since browsers round logarithms differently in the last digit of double precision. */
function digestOf(cells: readonly ResultRow[], ks: readonly number[]): number {
  const measured = columns(ks).filter(({ group }) => MEASURED.includes(group));
  const numbers = cells.flatMap((row) => measured.map(({ value }) => Number(value(row) ?? NaN)));
  return crc32(new Uint8Array(Float32Array.from(numbers).buffer));
}
