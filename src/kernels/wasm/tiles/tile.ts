import type { Packed } from '../../../compress/packed';
import type { Address } from '../exports';

/** Where staged rows of one side lie, and where they are made ready for a tile. */
export interface Preparation {
  readonly packed: Packed;
  readonly rows: number;
  /** Where they are staged. */
  readonly from: Address;
  /** Room for rows in the format that is multiplied: wideBytes each. */
  readonly wide: Address;
  /** Where the panels go, and rows of each. */
  readonly to: Address;
  readonly width: number;
  /** Of queries: room for a 32-bit integer each. */
  readonly offsets: Address;
}

/** Where the sides of a tile lie, in whole panels, and where its scores go. */
interface TileCall {
  readonly cols: number;
  readonly queries: Address;
  readonly queryPanels: number;
  readonly offsets: Address;
  readonly gallery: Address;
  readonly galleryPanels: number;
  readonly out: Address;
  /** Bytes of a row of scores. */
  readonly stride: number;
}

/** Where queries and as many gallery rows lie, in panels of PAIR_WIDTH rows each, and where the score of each pair goes. */
interface PairCall {
  readonly cols: number;
  readonly panels: number;
  /** Where the rows are staged. */
  readonly queryRows: Address;
  readonly galleryRows: Address;
  readonly queries: Address;
  readonly offsets: Address;
  readonly gallery: Address;
  readonly out: Address;
}

export const PAIR_WIDTH = 8;

/** How a pair of formats is scored, a tile of queries × gallery rows at a time. */
export interface Tile {
  /** Rows of a panel of queries, and of gallery rows. */
  readonly queryWidth: number;
  readonly galleryWidth: number;
  /** Floats, or agreements of signs plus one as 16-bit integers. */
  readonly scores: 'floats' | 'agreements';
  /** Bytes of a row while it is made ready, and in the panels of either side. */
  wideBytes(cols: number): number;
  queryBytes(cols: number): number;
  galleryBytes(cols: number): number;
  prepareQueries(rows: Preparation): void;
  prepareGallery(rows: Preparation): void;
  run(call: TileCall): void;
  /** Scores pair by pair, the same numbers as `run`; absent where nothing asks for them. */
  runPairs?(call: PairCall): void;
}

export const roundUp = (count: number, unit: number): number => Math.ceil(count / unit) * unit;
