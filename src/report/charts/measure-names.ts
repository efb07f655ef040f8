/** What can stand on the axis of quality, as links name it. */
export const MEASURE_NAMES = [
  'recall',
  'recallShare',
  'mrr',
  'mrrAt',
  'ndcg',
  'rPrecision',
  'mapAtR',
  'medianRank',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

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
