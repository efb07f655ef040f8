import type { MeasureName } from './measure';

/** What a measure is called on an axis. */
const LABELS: Readonly<Record<MeasureName, (k: number) => string>> = {
  recall: (k) => `Recall@${k}`,
  recallShare: (k) => `Recall share@${k}`,
  mrr: () => 'MRR',
  mrrAt: (k) => `MRR@${k}`,
  ndcg: (k) => `NDCG@${k}`,
  rPrecision: () => 'R-Precision',
  mapAtR: () => 'mAP@R',
  medianRank: () => 'Median rank',
};

export const measureLabel = (name: MeasureName, k: number): string => LABELS[name](k);
