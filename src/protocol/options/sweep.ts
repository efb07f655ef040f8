import type { Calibration, Precision, ProjectionName, QueryFormat, Rescorer } from '../compression';
import { PRECISIONS, RESCORERS } from '../compression';
import { DATA_PRESETS } from '../data-kinds';
import type { Pools } from '../pools';
import { checks, named, number, numbers, numbersOrAll, onOff, select } from './kinds';

/** More candidates than memory holds in any run. */
const MAX_CANDIDATES = 1e7;

/** What is swept and how it is measured: the reference pipeline's grid with the protocol's defaults (PROTOCOL §§3–6). */
export const SWEEP_OPTIONS = {
  dims: numbers({
    label: 'Dimensions',
    why: 'Vector lengths to compare. The model’s own length is used as it is; others are projected.',
    default: [256, 512, 1024],
    min: 1,
    max: 8192,
    link: 'dims',
    flag: { name: 'embedding_dims', help: 'dimensions to compare' },
  }),
  precisions: checks<Precision>({
    label: 'Precisions',
    why: 'Number formats that vectors are stored in.',
    default: ['fp16', 'int8', 'int4'],
    values: named(PRECISIONS),
    link: 'precisions',
    flag: { name: 'precisions', help: 'formats of the stored vectors' },
  }),
  /** Of `binary`: how many of a query's top Hamming matches are scored by a finer format; 0 for none. */
  rescore: number({
    label: 'Binary: rescored matches',
    why: 'Rescore this many top Hamming matches with a finer format; 0 for none. The finer vectors are stored too.',
    default: 0,
    min: 0,
    max: MAX_CANDIDATES,
    link: 'rescore',
    flag: {
      name: 'rescore',
      help: 'with --precisions binary: rescore this many top Hamming matches of each query, 0 for none',
    },
    isUsed: ({ precisions }) => precisions.includes('binary'),
  }),
  rescoreBy: select<Rescorer>({
    label: 'Binary: rescored with',
    why: 'Its bytes are added to those of the binary vectors.',
    default: 'int8',
    values: named(RESCORERS),
    link: 'rescoreBy',
    flag: { name: 'rescore_by', help: 'the finer format for --rescore' },
    isUsed: ({ precisions, rescore }) => precisions.includes('binary') && rescore > 0,
  }),
  candidateSizes: numbersOrAll({
    label: 'Candidate pool sizes',
    why: 'How many candidates each query is ranked among. Sizes that the data is too small for are left out, which is said.',
    default: DATA_PRESETS.demo.candidateSizes,
    min: 2,
    max: MAX_CANDIDATES,
    all: 'the whole gallery',
    link: 'candidateSizes',
    flag: {
      name: 'candidate_sizes',
      help: 'candidates in a pool; all: the whole gallery',
    },
  }),
  pools: select<Pools>({
    label: 'Pools',
    why: 'How candidate pools are formed.',
    default: 'exact',
    values: {
      exact: {
        label: 'exact: expected value over all pools',
        why: 'Computed in closed form, so there is no sampling noise.',
      },
      sampled: {
        label: 'sampled: drawn from the seed',
        why: 'All cells are measured on the same pools, so they can be compared pair by pair.',
      },
      reference: {
        label: 'reference: the reference pipeline’s own pools',
        why: 'NumPy’s random stream, bit for bit, to reproduce the numbers of the Python pipeline.',
      },
    },
    link: 'pools',
    flag: { name: 'pools', help: 'how candidate pools are formed' },
  }),
  projections: checks<ProjectionName>({
    label: 'Projections',
    why:
      'How vectors come to other dimensions, side by side. Random: Gaussian, the same for any data. PCA: fitted on this ' +
      'run’s own vectors, less the mean of each side. Truncation: for Matryoshka models.',
    default: ['random'],
    values: {
      random: { label: 'random (the reference pipeline)' },
      pca: { label: 'PCA' },
      truncate: { label: 'truncation (the first numbers)' },
    },
    link: 'projection',
    flag: { name: 'projection', help: 'how vectors are brought to other dimensions; several are compared' },
  }),
  /** Cut-offs K of Recall@K, MRR@K and NDCG@K. */
  ks: numbers({
    label: 'K of Recall@K and NDCG@K',
    why: 'Every pool needs at least K candidates. Where some have fewer, either they or the largest K are left out, which is said.',
    default: [1, 5, 10],
    min: 1,
    max: MAX_CANDIDATES,
    link: 'ks',
    flag: { name: 'recall_k', help: 'cut-offs K of Recall@K, MRR@K and NDCG@K', argument: '<k...>' },
    advanced: true,
  }),
  seed: number({
    label: 'Seed',
    why: 'Seeds everything random: the same seed gives the same numbers.',
    default: 42,
    min: 0,
    max: 2 ** 32 - 1,
    link: 'seed',
    flag: { name: 'seed', help: 'seed for everything random' },
    advanced: true,
  }),
  /** Pools drawn for each query where pools are `sampled`. */
  repeats: number({
    label: 'Pools drawn for each query',
    why: 'More pools, less sampling noise.',
    default: 10,
    min: 1,
    max: 1e5,
    link: 'repeats',
    flag: { name: 'repeats', help: 'with --pools sampled: pools drawn for each query' },
    advanced: true,
    isUsed: ({ pools }) => pools === 'sampled',
  }),
  calibration: select<Calibration>({
    label: 'Calibration of int8 and int4',
    why: 'CLIP has a few very large dimensions: with a scale per dimension the others keep their resolution.',
    default: 'dimension',
    values: {
      dimension: { label: 'one scale per dimension' },
      vector: { label: 'one scale per vector' },
      global: { label: 'one scale per matrix' },
    },
    link: 'calibration',
    flag: { name: 'calibration', help: 'what shares one scale at int8 and int4' },
    advanced: true,
  }),
  query: select<QueryFormat>({
    label: 'Query vectors',
    why: 'Only the gallery is stored, so queries can have a finer format.',
    default: 'int8',
    values: {
      int8: { label: 'int8' },
      same: { label: 'same as the gallery' },
      float: { label: 'float' },
    },
    link: 'query',
    flag: { name: 'query', help: 'format of the queries that search int8 and int4 galleries' },
    advanced: true,
  }),
  centre: onOff({
    label: 'Gallery mean',
    why: 'Subtracting it changes no fp32 ranking and leaves more levels for the differences between vectors.',
    default: true,
    on: 'subtracted before quantising',
    off: 'not subtracted',
    link: 'centre',
    flag: { name: 'centre', help: "subtract the gallery's mean before quantising" },
    advanced: true,
  }),
};
