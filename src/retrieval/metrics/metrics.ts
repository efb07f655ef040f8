import { mapAtR } from './map-at-r';
import type { Metric } from './metric';
import { mrr } from './mrr';
import { ndcg } from './ndcg';
import { rPrecision } from './r-precision';
import { recall } from './recall';
import { recallShare } from './recall-share';

/** Every metric that is measured at each K, under the name that results call its values. */
export const METRICS = { recall, mrrAt: mrr, recallShare, ndcg } satisfies Record<string, Metric>;
/** Every metric whose K is the number of a query's relevant items. */
export const METRICS_AT_R = { rPrecision, mapAtR } satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;
export type MetricAtRKey = keyof typeof METRICS_AT_R;

const keysOf = (counts: Metric['counts']) =>
  (Object.keys(METRICS) as MetricKey[]).filter((key) => METRICS[key].counts === counts);

/** Metrics that look at the first relevant item alone. */
export const OF_FIRST = keysOf('first');
/** Metrics to which each relevant item adds. */
export const OF_EACH = keysOf('each');
/** All that are measured at each K, in the order of a query's statistics. */
export const METRIC_KEYS: readonly MetricKey[] = [...OF_FIRST, ...OF_EACH];
/** Those at R, in the order of a query's statistics. */
export const METRIC_AT_R_KEYS = Object.keys(METRICS_AT_R) as readonly MetricAtRKey[];
/** Metrics whose gains depend on grades. */
export const GRADED = METRIC_KEYS.filter((key) => (METRICS[key] as Metric).graded);
