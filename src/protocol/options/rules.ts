import type { SweepConfig } from '../sweep-config';

/** What options require of each other: a sentence for each rule that a sweep breaks. */
export function brokenRules({ ks, candidateSizes }: SweepConfig): string[] {
  const smallest = Math.min(...candidateSizes);
  const largestK = Math.max(...ks);
  return largestK > smallest
    ? [`Recall@${largestK} needs pools of at least ${largestK}; the smallest is ${smallest}.`]
    : [];
}
