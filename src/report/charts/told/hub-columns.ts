import { COSINE_BINS, type PairCosines } from '../../../retrieval/geometry/pair-cosines';
import type { Hubness } from '../../../retrieval/geometry/hubness';
import type { ExportColumn } from '../../files/csv';
import { countBins, inBins, type CountBin } from '../count-bins';

/** How many items of the gallery are found so often, under two cells. */
export interface HubBin extends CountBin {
  readonly a: number;
  readonly b: number;
}

export function hubBins(a: Hubness, b: Hubness): HubBin[] {
  const bins = countBins(Math.max(a.largest, b.largest));
  const [ofA, ofB] = [a, b].map(({ counts }) => inBins(counts, bins));
  return bins.map((bin, i) => ({ ...bin, a: ofA[i], b: ofB[i] }));
}

/** @param names of the two cells */
export const hubColumns = (names: readonly [a: string, b: string]): readonly ExportColumn<HubBin>[] => [
  { key: 'found at least', value: ({ from }) => from },
  { key: 'found at most', value: ({ to }) => to },
  { key: `A ${names[0]}`, value: ({ a }) => a },
  { key: `B ${names[1]}`, value: ({ b }) => b },
];

/** The share of right and of wrong pairs whose cosine is in a bin, by the bin's lower edge. */
export interface CosineBin {
  readonly cosine: number;
  readonly right: number;
  readonly wrong: number;
}

/** The lower edge of a bin. */
export const cosineEdge = (bin: number): number => (2 * bin) / COSINE_BINS - 1;

/** @param bins to take, from … to − 1; the last line, at the edge of `to`, closes the picture with zeros */
export function cosineBins(
  { right, wrong }: PairCosines,
  [from, to]: readonly [from: number, to: number],
): CosineBin[] {
  const shareOf = ({ histogram, pairs }: PairCosines['right'], bin: number) =>
    (bin < to ? histogram[bin] : 0) / pairs;
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    cosine: cosineEdge(from + i),
    right: shareOf(right, from + i),
    wrong: shareOf(wrong, from + i),
  }));
}

export const COSINE_COLUMNS: readonly ExportColumn<CosineBin>[] = [
  { key: 'cosine from', value: ({ cosine }) => cosine },
  { key: 'share of right pairs', value: ({ right }) => right },
  { key: 'share of wrong pairs', value: ({ wrong }) => wrong },
];
