import type { Outcome } from './compare-queries';

/**
 * By what a list of queries is sorted: how much further back B puts the right item, how far back it is under B, by how much the
 * untouched vectors prefer it, or the data's order.
 */
export const QUERY_ORDERS = ['fell', 'worst', 'margin', 'data'] as const;
export type QueryOrder = (typeof QUERY_ORDERS)[number];

export interface QueryFilter {
  /** Which outcomes to list; 'all' for every query that was asked. */
  readonly outcome: Exclude<Outcome, 'not asked'> | 'all';
  /** Words that all occur in the query's text, upper and lower case alike; empty for any. */
  readonly words: string;
  readonly order: QueryOrder;
}
