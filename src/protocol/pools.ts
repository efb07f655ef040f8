/** How candidate pools are formed: every pool at once in expectation, drawn ones, or the reference's stream (PROTOCOL §5). */
export const POOLS = ['exact', 'sampled', 'reference'] as const;
export type Pools = (typeof POOLS)[number];

/** Candidates that a query is ranked among; `all` is the whole gallery, whatever its size. */
export type PoolSize = number | 'all';
