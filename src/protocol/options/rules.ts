import type { SweepConfig } from '../sweep-config';

/** What options require of each other whatever the data: a sentence for each rule that a sweep breaks. */
export function brokenRules({ ks, candidateSizes }: SweepConfig): string[] {
  const largest = Math.max(...candidateSizes.map((pool) => (pool === 'all' ? Infinity : pool)));
  const smallestK = Math.min(...ks);
  return smallestK > largest
    ? [`Recall@${smallestK} needs pools of at least ${smallestK}; the largest is ${largest}.`]
    : [];
}
