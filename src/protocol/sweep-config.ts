import type { Calibration, Precision, ProjectionName, QueryFormat, Rescorer } from './compression';

export { CALIBRATIONS, PRECISIONS, PROJECTIONS, QUERY_FORMATS, RESCORERS } from './compression';
export type { Precision, ProjectionName } from './compression';

/** How candidate pools are formed: every pool at once in expectation, drawn ones, or the reference's stream. */
export const POOLS = ['exact', 'sampled', 'reference'] as const;
export type Pools = (typeof POOLS)[number];

/** The axes and choices of a sweep: everything but the embeddings that its rows depend on. */
export interface SweepConfig {
  readonly dims: readonly number[];
  readonly precisions: readonly Precision[];
  readonly candidateSizes: readonly number[];
  /** Cut-offs K of Recall@K, MRR@K and NDCG@K. */
  readonly ks: readonly number[];
  readonly seed: number;
  readonly pools: Pools;
  /** Pools drawn for each query where pools are `sampled`. */
  readonly repeats: number;
  readonly projection: ProjectionName;
  readonly calibration: Calibration;
  readonly centre: boolean;
  readonly query: QueryFormat;
  /** Of `binary`: how many of a query's best candidates by Hamming distance are scored again; 0 for none. */
  readonly rescore: number;
  readonly rescoreBy: Rescorer;
}

/** The reference pipeline's grid with the protocol's defaults (PROTOCOL §§3–6). */
export const DEFAULT_SWEEP: SweepConfig = {
  dims: [256, 512, 1024],
  precisions: ['fp16', 'int8', 'int4'],
  candidateSizes: [100, 200, 300, 400, 500],
  ks: [1, 5, 10],
  seed: 42,
  pools: 'exact',
  repeats: 10,
  projection: 'random',
  calibration: 'dimension',
  centre: true,
  query: 'int8',
  rescore: 0,
  rescoreBy: 'int8',
};
