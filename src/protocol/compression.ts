/** Number formats of stored vectors, spelled as in exported files; finest first. */
export const PRECISIONS = [
  'fp32',
  'fp16',
  'int8',
  'int4',
  'binary',
  'reference-int8',
  'reference-int4',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A precision's place from the finest, 0, to the coarsest. */
export const fineness = (precision: Precision): number => PRECISIONS.indexOf(precision);

export const PROJECTIONS = ['random', 'pca', 'truncate'] as const;
export type ProjectionName = (typeof PROJECTIONS)[number];

/** How a row's vectors came to their dimension: `none` is the untouched base, `given` another dimension of the file. */
export const APPLIED_PROJECTIONS = ['none', 'given', ...PROJECTIONS] as const;
export type AppliedProjection = (typeof APPLIED_PROJECTIONS)[number];

/** What shares one scale where vectors are stored as integers: a dimension, a vector, or the whole gallery. */
export const CALIBRATIONS = ['dimension', 'vector', 'global'] as const;
export type Calibration = (typeof CALIBRATIONS)[number];

/** How a query is held against integer codes: at int8, in the gallery's format, or not quantised. */
export const QUERY_FORMATS = ['int8', 'same', 'float'] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

/** Finer formats by which the best of a query's candidates can be scored again. */
export const RESCORERS = ['fp32', 'fp16', 'int8'] as const satisfies readonly Precision[];
export type Rescorer = (typeof RESCORERS)[number];
