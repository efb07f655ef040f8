import { DIRECTIONS } from '../../protocol/direction';
import type { DirectionResult, ResultRow } from '../../sweep/results/result';

/** What a row of this page has and a row of a file may lack, in words, and one number by which it is known. */
const PARTS: readonly (readonly [
  words: string,
  number: (result: DirectionResult, row: ResultRow) => number,
])[] = [
  ['95 % intervals', ({ recall }) => recall[0].low],
  ['paired differences', ({ difference }) => difference?.recall[0].mean ?? Number.NaN],
  ['losses by their cause', ({ loss }) => loss?.[0].total ?? Number.NaN],
  ['MRR over the whole pool', ({ mrr }) => mrr.mean],
  ['MRR at each K', ({ mrrAt }) => mrrAt[0].mean],
  ['NDCG', ({ ndcg }) => ndcg[0].mean],
  ['the share of right items that is found', ({ recallShare }) => recallShare[0].mean],
  ['R-Precision', ({ rPrecision }) => rPrecision.mean],
  ['mAP@R', ({ mapAtR }) => mapAtR.mean],
  ['ranks', ({ medianRank }) => medianRank],
  ['ties', ({ tiedShare }) => tiedShare],
  ['queries per second', ({ speed }) => speed.median],
  ['the spread of the speed', ({ speed }) => speed.slowest],
  ['bytes of the images’ vectors', (_, { memory }) => memory.image],
  ['bytes per vector', (_, { memory }) => memory.perVector],
];

/** What no row of a file has, in words. */
export const missingParts = (rows: readonly ResultRow[]): string[] =>
  PARTS.filter(([, number]) =>
    rows.every((row) => DIRECTIONS.every((direction) => Number.isNaN(number(row[direction], row)))),
  ).map(([words]) => words);
