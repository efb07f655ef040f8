import { DIRECTIONS, type Direction } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import {
  countStatistics,
  forEachMetric,
  joinMetrics,
  perMetric,
  type PerMetric,
} from '../../retrieval/metrics/measures';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import type { Difference, Differences, Estimate, ResultRow } from '../../sweep/results/result';
import { changes, meanChange, withInterval, type Change } from '../paired-difference';
import { clusterOf, type Queries } from '../queries';
import { cellKey } from '../../sweep/plan/setting';
import { knownPlaces, valuesOfCells } from './cell-values';
import { lossAgainst } from './loss-against';

/** What of a run is compared within it. */
export interface RunOfCells {
  readonly rows: readonly ResultRow[];
  readonly sweep: Pick<SweepConfig, 'ks' | 'pools'>;
  /** Null where nothing is known of single queries. */
  readonly evidence: Queries | null;
}

/** The cell of each pool that others are compared with. */
type BaseOf = (row: ResultRow) => ResultRow | undefined;

/**
 * Whether differences between cells of a run can be paired by query: not where single ranks are unknown, nor where each cell drew
 * its pools for itself.
 */
export const isPairable = ({ sweep, evidence }: Omit<RunOfCells, 'rows'>): boolean =>
  evidence !== null && sweep.pools === 'exact';

/**
 * What replaces the differences of a row by those from the cell of this key in the same pools, for every metric, K and direction:
 * paired by query with their intervals where the run has its ranks, else (and for metrics that need the ranks of all right items)
 * the plain difference of both numbers, its interval NaN. A row whose pool has no such cell has no differences. Its losses are
 * split anew by `lossAgainst`.
 * @param key as `cellKey` writes it
 */
export function against(run: RunOfCells, key: string): (row: ResultRow) => ResultRow {
  const bases = new Map(
    run.rows.filter((row) => cellKey(row) === key).map((row) => [row.candidateSize, row]),
  );
  const baseOf: BaseOf = ({ candidateSize }) => bases.get(candidateSize);
  const paired = isPairable(run) ? pairedChanges(run.evidence!, run.sweep.ks) : () => null;
  const lossOf = lossAgainst(run.rows, key);
  return (measured) => {
    const row = lossOf(measured);
    const base = baseOf(row);
    if (!base) return withDifferences(row, undefined);
    const size = row.wholeGallery ? Infinity : row.candidateSize;
    const found = paired(row, base, size);
    const mean = found && joinBoth(found.textToImage, found.imageToText);
    return withDifferences(row, {
      textToImage: differences(row.textToImage, base.textToImage, found?.textToImage),
      imageToText: differences(row.imageToText, base.imageToText, found?.imageToText),
      mean: differences(row.mean, base.mean, mean ?? undefined),
    });
  };
}

type Part = 'textToImage' | 'imageToText' | 'mean';

function withDifferences(row: ResultRow, of: Readonly<Record<Part, Differences>> | undefined): ResultRow {
  const replaced = <M extends { readonly difference?: Differences }>(measured: M, part: Part): M => {
    const copy: { difference?: Differences } = { ...measured };
    if (of) copy.difference = of[part];
    else delete copy.difference;
    return copy as M;
  };
  return {
    ...row,
    textToImage: replaced(row.textToImage, 'textToImage'),
    imageToText: replaced(row.imageToText, 'imageToText'),
    mean: replaced(row.mean, 'mean'),
  };
}

/** The changes of metrics by their place in the order of `perMetric`. */
type Changes = ReadonlyMap<number, Change>;

/** What pairs two cells by query, in pools of a size; null where the ranks of one are not known. The latest base is remembered. */
function pairedChanges({ ranks, qrels }: Queries, ks: readonly number[]) {
  const places = knownPlaces(qrels, ks);
  const valuesOf = valuesOfCells(qrels, ks);
  const counted = new Map(ranks.filter(({ pool }) => pool === Infinity).map((one) => [cellKey(one), one]));
  const remembered = new Map<string, ReturnType<typeof valuesOf>>();
  const ofBase = (base: QueryRanks, size: number, direction: Direction) => {
    const name = `${direction} ${size}`;
    const found = remembered.get(name) ?? valuesOf(base, size, direction);
    remembered.set(name, found);
    return found;
  };
  return (row: ResultRow, baseRow: ResultRow, size: number): Record<Direction, Changes> | null => {
    const [cell, base] = [row, baseRow].map((one) => counted.get(cellKey(one)));
    if (!cell || !base) return null;
    const [textToImage, imageToText] = DIRECTIONS.map((direction): Changes => {
      const [a, b] = [ofBase(base, size, direction), valuesOf(cell, size, direction)];
      const cluster = clusterOf(qrels, direction);
      const all = [...changes(a.whole, b.whole, cluster), ...changes(a.cut, b.cut, cluster)];
      return new Map(all.map((change, i) => [places[i], change]));
    });
    return { textToImage, imageToText };
  };
}

const joinBoth = (one: Changes, other: Changes): Changes =>
  new Map([...one].map(([place, change]) => [place, meanChange(change, other.get(place)!)]));

/** The difference of each metric: paired where its change is known. */
function differences(
  of: PerMetric<Estimate>,
  base: PerMetric<Estimate>,
  found: Changes | undefined,
): Differences {
  const unpaired = joinMetrics(of, base, (own, other): Difference => ({
    mean: own.mean - other.mean,
    low: NaN,
    high: NaN,
  }));
  if (!found) return unpaired;
  const places = perMetric(Array.from({ length: countStatistics(of.recall) }, (_, place) => place));
  const at = (place: number, otherwise: Difference): Difference => {
    const change = found.get(place);
    return change ? withInterval(change) : otherwise;
  };
  return forEachMetric(
    (key) => at(places[key], unpaired[key]),
    (key) => places[key].map((place, i) => at(place, unpaired[key][i])),
  );
}
