import type { Direction } from '../protocol/direction';
import type { SweepConfig } from '../protocol/sweep-config';
import { queryHits } from '../retrieval/metrics/query-hits';
import { drawOf } from '../retrieval/pools/draw-of';
import { spaceKey } from '../sweep/plan/spaces';
import type { Difference, ResultRow } from '../sweep/results/result';
import { pairedDifference } from './paired-difference';
import { clusterOf, type Queries } from './queries';

/** What is compared of a run. */
export interface ComparedRun {
  readonly rows: readonly ResultRow[];
  readonly sweep: Pick<SweepConfig, 'ks' | 'pools'>;
  /** As the record of the run has it of its data; null where it has none. */
  readonly fingerprint: string | null;
  /** Null where nothing is known of its queries. */
  readonly evidence: Queries | null;
}

/** Recall@K of a cell that two runs have, and how much more B has. */
export interface ComparedCell {
  /** The cell of A and that of B. */
  readonly row: ResultRow;
  readonly other: ResultRow;
  readonly a: number;
  readonly b: number;
  /** Paired by query; null where the runs do not have the same queries, or only sampled pools. */
  readonly difference: Difference | null;
}

const sameList = (a: ArrayLike<unknown> = [], b: ArrayLike<unknown> = []): boolean =>
  a.length === b.length && Array.from(a).every((value, i) => value === b[i]);

/**
 * Whether two runs asked the same queries of the same gallery, by the fingerprints of their data. Where one has none, those that
 * have the same captions, ids and files in the same order, with the same right ones, are taken for the same.
 */
export function sameQueries(one: ComparedRun, other: ComparedRun): boolean {
  if (!one.evidence || !other.evidence) return false;
  return one.fingerprint !== null && other.fingerprint !== null
    ? one.fingerprint === other.fingerprint
    : sameNames(one.evidence, other.evidence);
}

/** Whether something tells the items of a run from those of another; else only their places do. */
export const isNamed = ({ fingerprint, evidence }: ComparedRun): boolean =>
  fingerprint !== null || Object.keys(evidence?.names ?? {}).length > 0;

function sameNames(a: Queries, b: Queries): boolean {
  const [one, other] = [a.qrels.textToImage, b.qrels.textToImage];
  return (
    one.gallery === other.gallery &&
    sameList(one.offsets, other.offsets) &&
    sameList(one.items, other.items) &&
    (['captions', 'textIds', 'fileNames', 'imageIds', 'itemTexts'] as const).every((key) =>
      sameList(a.names[key], b.names[key]),
    )
  );
}

/** Values of K that both runs measured. */
export const commonKs = (a: ComparedRun, b: ComparedRun): number[] =>
  a.sweep.ks.filter((k) => b.sweep.ks.includes(k));

/** A cell but for how its vectors came to their dimension. */
const placeOf = (row: ResultRow): string =>
  [row.dim, row.precision, row.wholeGallery ? 'all' : row.candidateSize].join(' ');

function byPlace(rows: readonly ResultRow[]): Map<string, ResultRow[]> {
  const places = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const place = placeOf(row);
    const alike = places.get(place);
    if (alike) alike.push(row);
    else places.set(place, [row]);
  }
  return places;
}

/**
 * The cell of B to compare with one of A: of the same space. Where vectors came with their dimension in a file, so that it is
 * not known how they got it, the only cell of that dimension on either side.
 */
function counterpartIn(b: readonly ResultRow[], a: readonly ResultRow[]) {
  const [ofA, ofB] = [byPlace(a), byPlace(b)];
  return (row: ResultRow): ResultRow | undefined => {
    const alike = ofB.get(placeOf(row)) ?? [];
    const same = alike.find(({ projection }) => projection === row.projection);
    if (same) return same;
    const isOnly = alike.length === 1 && ofA.get(placeOf(row))!.length === 1;
    return isOnly && [row, alike[0]].some(({ projection }) => projection === 'given') ? alike[0] : undefined;
  };
}

/** The cells that both runs have, in the order of A, by Recall@K in one direction. */
export function compareRuns(a: ComparedRun, b: ComparedRun, direction: Direction, k: number): ComparedCell[] {
  const counterpart = counterpartIn(b.rows, a.rows);
  const isPaired = sameQueries(a, b);
  return a.rows.flatMap((row) => {
    const other = counterpart(row);
    if (!other) return [];
    const recall = (of: ResultRow, ks: readonly number[]) => of[direction].recall[ks.indexOf(k)].mean;
    const [of, ofOther] = isPaired ? [hitsOf(a, row, direction, k), hitsOf(b, other, direction, k)] : [];
    return [
      {
        row,
        other,
        a: recall(row, a.sweep.ks),
        b: recall(other, b.sweep.ks),
        difference:
          of && ofOther ? pairedDifference(of, ofOther, clusterOf(a.evidence!.qrels, direction)) : null,
      },
    ];
  });
}

/** The chance of each query of a cell that a right item is among its first K; undefined where it is not known. */
function hitsOf(
  { evidence, sweep }: ComparedRun,
  row: ResultRow,
  direction: Direction,
  k: number,
): Float64Array | undefined {
  if (!evidence || sweep.pools === 'sampled') return undefined;
  const size = row.wholeGallery ? Infinity : row.candidateSize;
  const pool = sweep.pools === 'reference' ? size : Infinity;
  const cell = evidence.ranks.find(
    (one) => one.pool === pool && spaceKey(one) === spaceKey(row) && one.precision === row.precision,
  );
  const qrels = evidence.qrels[direction];
  return cell && queryHits(cell.ranks[direction], qrels, drawOf(pool, size, qrels.gallery), k);
}
