import type { CountBin } from '../../report/charts/count-bins';
import type { SideName } from '../../protocol/side-names';
import { count, percent, cosine } from '../../report/formats/format';
import type { Hubness } from '../../retrieval/geometry/hubness';
import type { CosineSummary } from '../../retrieval/geometry/pair-cosines';

/** The words of hubs and gaps. */

const SEPARATION = 'Separation of right and wrong pairs (d′)';
const GAP = 'Gap between the two sides';

export const HUBS = {
  label: 'Hubs and gaps',
  measuring: 'Working it out from the vectors of all queries…',
  failed: (reason: string) => `This could not be worked out: ${reason}`,
  hubs: ({ many }: SideName, k: number) => `How often ${many} are among the first ${k}`,
  hubsWhy: ({ many }: SideName) =>
    `Hubs are ${many} that are found for many queries, right or wrong. The more skewed the counts, the more a few ${many} stand in the way of the others.`,
  found: ({ from, to }: CountBin) => (from === to ? count(from) : `${count(from)}–${count(to)}`),
  times: ({ one }: SideName, k: number) => `Queries that have the ${one} among their first ${k}`,
  items: ({ many }: SideName) => many,
  howMany: ({ many }: SideName) => `Number of ${many}`,
  most: (times: number) => `${count(times)} ×`,
  skewness: 'Skewness of the counts',
  largest: 'Largest hub',
  never: 'Never found',
  ofAll: (items: number, all: number) => `${count(items)} (${percent(items / all)})`,
  ofQueries: ({ largest }: Hubness, queries: number) => `${count(largest)} of ${count(queries)} queries`,
  cosinesOf: (cell: string) => `Cosines of right and wrong pairs: ${cell}`,
  cosinesWhy: ({ pairs }: CosineSummary) =>
    `All right pairs, and as many wrong ones drawn at random with the seed of the run: ${count(pairs)} of each. Vectors are taken as each setting stores them.`,
  right: 'Right pairs',
  wrong: 'Wrong pairs',
  mean: ({ mean, deviation }: CosineSummary) => `${cosine(mean)} ± ${cosine(deviation)}`,
  separation: SEPARATION,
  apart: (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–'),
  separationWhy: `${SEPARATION}: the distance between their mean cosines, in standard deviations.`,
  gap: GAP,
  gapWhy: `${GAP}: the distance between the mean vectors of both sides at unit length, from 0 to 2: models trained on pairs keep texts and images apart (Liang et al., 2022). Ranks within one side do not see it.`,
  none: 'The codes of this setting depend on the pool, so they stand for no vectors by themselves.',
  cosineAxis: 'cosine',
  pairsAxis: 'Share of pairs',
  topHubs: (cell: string) => `Found most often under ${cell}`,
  settings: 'Setting',
};
