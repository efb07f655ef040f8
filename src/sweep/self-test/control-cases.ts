import type { Matrix } from '../../math/matrix';
import { l2Normalise } from '../../math/matrix';
import type { Generator } from '../../math/random/generator';
import { defaultRng } from '../../math/random/generator';
import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import { PRECISIONS } from '../../protocol/sweep-config';
import { chance } from '../../retrieval/metrics/chance';
import { mapAtR } from '../../retrieval/metrics/map-at-r';
import { mrr } from '../../retrieval/metrics/mrr';
import { ndcg } from '../../retrieval/metrics/ndcg';
import { rPrecision } from '../../retrieval/metrics/r-precision';
import { recall } from '../../retrieval/metrics/recall';
import { recallShare } from '../../retrieval/metrics/recall-share';
import { oneRelevantEach } from '../../retrieval/ranks/qrels';
import type { EvaluationInput } from '../plan/input';
import type { DirectionResult } from '../results/result';

/** A number that every cell of an arm must show, up to a tolerance that may depend on the pool's size. */
export interface Requirement {
  readonly label: string;
  measured(result: DirectionResult): number;
  expected(candidateSize: number): number;
  tolerance(candidateSize: number): number;
}

/** Vectors whose results are known beforehand. */
export interface ControlCase {
  readonly name: 'shuffled' | 'constant' | 'oracle';
  readonly label: string;
  readonly input: EvaluationInput;
  /** The precisions for which the requirements hold. */
  readonly precisions: readonly Precision[];
  readonly requirements: readonly Requirement[];
}

const SEED = 20;
const PAIRS = 64;
const BASE_DIM = 64;
const K = 10;

/** What the arms replace in the choices of a run: a plain and a projected dimension, drawn pools and the whole gallery. */
export const SELF_TEST_AXES = {
  dims: [BASE_DIM, BASE_DIM / 2],
  candidateSizes: [20, 'all'],
  ks: [K],
  repeats: 1,
} satisfies Partial<SweepConfig>;

/** What rounding leaves of a number that is exact on paper. */
const ROUNDING = 1e-9;
const STANDARD_ERRORS = 5;

const METRICS = [
  { label: `Recall@${K}`, metric: recall, k: () => K, pick: (result: DirectionResult) => result.recall[0] },
  { label: 'MRR', metric: mrr, k: (size: number) => size, pick: (result: DirectionResult) => result.mrr },
  { label: `MRR@${K}`, metric: mrr, k: () => K, pick: (result: DirectionResult) => result.mrrAt[0] },
  {
    label: `Recall share@${K}`,
    metric: recallShare,
    k: () => K,
    pick: (result: DirectionResult) => result.recallShare[0],
  },
  { label: `NDCG@${K}`, metric: ndcg, k: () => K, pick: (result: DirectionResult) => result.ndcg[0] },
  {
    label: 'R-Precision',
    metric: rPrecision,
    k: () => 1,
    pick: (result: DirectionResult) => result.rPrecision,
  },
  { label: 'mAP@R', metric: mapAtR, k: () => 1, pick: (result: DirectionResult) => result.mapAtR },
];

const exactly = (value: number) => ({ expected: () => value, tolerance: () => ROUNDING });

const onlyOnes = METRICS.map(({ label, pick }): Requirement => ({
  label,
  measured: (result) => pick(result).mean,
  ...exactly(1),
}));

function atChance(tolerance: (deviation: number) => number): Requirement[] {
  return METRICS.map(({ label, metric, k, pick }) => ({
    label,
    measured: (result) => pick(result).mean,
    expected: (size) => chance(metric, k(size), size).mean,
    tolerance: (size) => tolerance(chance(metric, k(size), size).deviation),
  }));
}

/** Unit vectors of random signs: far apart, and at every precision as far apart as at fp32. */
function randomSigns(rng: Generator): Matrix {
  const data = rng.standardNormal(new Float64Array(PAIRS * BASE_DIM));
  return l2Normalise({ rows: PAIRS, cols: BASE_DIM, data: Float32Array.from(data, Math.sign) });
}

/**
 * Three runs whose results are known beforehand, made from a seed:
 *
 * - *shuffled*: every text has its twin among the images, but the truth names an image at random. Whatever scores, the
 *   rank of that image is as likely to be any as any other, so every metric is at chance. Of a random permutation, the mean
 *   of a metric over N queries has a standard error of at most σ / √(N − 1), σ being the metric's deviation over a uniform
 *   rank (W. Hoeffding, "A Combinatorial Central Limit Theorem", 1951); five of them are allowed. Holds at every precision.
 * - *constant*: all vectors are the same, so all candidates tie: exactly chance in expectation over ties, recall 1 with
 *   ties settled for, every query tied. Equal vectors have equal codes, centred or not, so it holds at every precision.
 * - *oracle*: each text is its image: all metrics are 1. Not for `reference-int8`, whose codes wrap, nor for
 *   `reference-int4`, whose raw codes favour vectors of large codes: neither ranks a vector's twin first (PROTOCOL §4).
 */
export function controlCases(): ControlCase[] {
  const rng = defaultRng(SEED);
  const signs = randomSigns(rng);
  const shuffled = rng.choiceWithoutReplacement(PAIRS, PAIRS);
  const straight = Uint32Array.from({ length: PAIRS }, (_, i) => i);
  const constant = { ...signs, data: signs.data.map((_, i) => signs.data[i % BASE_DIM]) };
  return [
    {
      name: 'shuffled',
      label: 'Shuffled ground truth',
      input: { text: signs, image: signs, qrels: oneRelevantEach(shuffled, signs.rows) },
      precisions: PRECISIONS,
      requirements: atChance((deviation) => (STANDARD_ERRORS * deviation) / Math.sqrt(PAIRS - 1)),
    },
    {
      name: 'constant',
      label: 'Constant vectors',
      input: { text: constant, image: constant, qrels: oneRelevantEach(straight, constant.rows) },
      precisions: PRECISIONS,
      requirements: [
        ...atChance(() => ROUNDING),
        {
          label: `Recall@${K} with ties resolved in favour`,
          measured: ({ recall: [first] }) => first.optimistic,
          ...exactly(1),
        },
        { label: 'Share of tied queries', measured: ({ tiedShare }) => tiedShare, ...exactly(1) },
      ],
    },
    {
      name: 'oracle',
      label: 'Oracle vectors',
      input: { text: signs, image: signs, qrels: oneRelevantEach(straight, signs.rows) },
      precisions: PRECISIONS.filter((precision) => !precision.startsWith('reference-')),
      requirements: onlyOnes,
    },
  ];
}
