import type { Metric } from './metric';
import { mrr } from './mrr';
import { ndcg } from './ndcg';
import { recall } from './recall';

/** Every metric that is measured at each K, under the name that results call its values. */
export const METRICS = { recall, mrrAt: mrr, ndcg } satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;

const keysOf = (counts: Metric['counts']) =>
  (Object.keys(METRICS) as MetricKey[]).filter((key) => METRICS[key].counts === counts);

/** Metrics that look at the first relevant item alone. */
export const OF_FIRST = keysOf('first');
/** Metrics to which each relevant item adds. */
export const OF_EACH = keysOf('each');
/** All of them, in the order of a query's statistics. */
export const METRIC_KEYS: readonly MetricKey[] = [...OF_FIRST, ...OF_EACH];
