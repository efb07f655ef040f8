import type { Qrels } from '../kernels/contract/qrels';
import type { Direction } from '../protocol/direction';
import type { RowNames } from '../protocol/row-names';
import type { QueryRanks } from '../sweep/results/query-ranks';

/** What is known of the single queries of a run. */
export interface Queries {
  readonly names: RowNames;
  readonly qrels: Readonly<Record<Direction, Qrels>>;
  readonly ranks: readonly QueryRanks[];
}

/** Queries of one image are a cluster: of a caption, its first right image. */
export const clusterOf = (
  { textToImage }: Readonly<Record<Direction, Qrels>>,
  direction: Direction,
): ((query: number) => number) =>
  direction === 'textToImage' ? (query) => textToImage.items[textToImage.offsets[query]] : (query) => query;
