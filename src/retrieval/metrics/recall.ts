import type { Metric } from './metric';

/** Hit rate: 1 where any relevant item is among the first K. */
export const recall: Metric = {
  name: 'recall',
  label: 'Recall',
  counts: 'first',
  gain: () => 1,
  ideal: () => 1,
};
