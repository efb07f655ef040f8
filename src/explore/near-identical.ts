import type { Qrels } from '../kernels/contract/qrels';
import { InputError } from '../lib/errors';
import { joinArrays } from '../math/join-arrays';
import type { AbortSignalLike } from '../lib/abort-signal-like';
import { SIDES } from '../protocol/direction';
import type { SweepConfig } from '../protocol/sweep-config';
import { qrelsFrom } from '../retrieval/ranks/qrels';
import { ownRows } from '../retrieval/ranks/same-items';
import { widenQrels } from '../retrieval/ranks/widen-qrels';
import type { EvaluatorPool } from '../sweep/engine/evaluator-pool';
import { blocks } from '../sweep/engine/rank-group';
import { fitSweep } from '../sweep/plan/fit/fit-sweep';
import { summarise, type EvaluationInput, type Sides } from '../sweep/plan/input';
import type { ResultRow } from '../sweep/results/result';
import { sweep } from '../sweep/sweep';
import { NEAR_IDENTICAL } from './also-right';

/** Pairs of near-identical rows of one side at most: beyond, vectors are too much alike to tell what is right by them. */
const MOST_PAIRS = 2_000_000;

/** The results of a sweep where what is perhaps also right counts as right. */
export interface WidenedResults {
  readonly rows: readonly ResultRow[];
  /** What was swept: pools that are too small for so many right items are left out. */
  readonly sweep: SweepConfig;
  /** What was left out and why, a sentence each. */
  readonly sentences: readonly string[];
  /** Right pairs as they were given, and those that were added. */
  readonly given: number;
  readonly added: number;
}

/**
 * Sweeps again with more relevant items: those near-identical to a relevant one, and those relevant to a near-identical query, by
 * the untouched vectors, as `alsoRight` marks them.
 * @param advance takes the share (0 … 1) of all the work that is done
 * @throws InputError where too many vectors are near-identical, or no pool is large enough for so many right items
 */
export async function sweepWidened(
  pool: EvaluatorPool,
  input: EvaluationInput,
  config: SweepConfig,
  advance: (share: number) => void,
  signal?: AbortSignalLike,
): Promise<WidenedResults> {
  await pool.runOnAll((evaluator) => evaluator.open(input));
  const advanceSide = (share: number) => advance(share / 3);
  const likeTexts = await nearRowsOf(pool, input, config, SIDES.textToImage.query, advanceSide, signal);
  const likeImages = await nearRowsOf(
    pool,
    input,
    config,
    SIDES.textToImage.gallery,
    (share) => advanceSide(1 + share),
    signal,
  );
  const own = input.same && ownRows(input.same, input.qrels.queries);
  const qrels = widenQrels(input.qrels, likeTexts, likeImages, own);
  const widened = { ...input, qrels };
  await pool.runOnAll((evaluator) => evaluator.open(widened));
  const summary = summarise(widened);
  const fitted = fitSweep(config, summary);
  const rows: ResultRow[] = [];
  for await (const step of sweep(summary, fitted.config, pool, signal)) {
    if (step.kind === 'row') rows.push(step.row);
    if (step.kind === 'progress') advanceSide(2 + step.done / step.total);
  }
  const given = input.qrels.items.length;
  return {
    rows,
    sweep: fitted.config,
    sentences: fitted.sentences,
    given,
    added: qrels.items.length - given,
  };
}

/** For each row of a side the rows near-identical to it, without itself. */
async function nearRowsOf(
  pool: EvaluatorPool,
  input: EvaluationInput,
  config: SweepConfig,
  side: keyof Sides,
  advance: (share: number) => void,
  signal?: AbortSignalLike,
): Promise<Qrels> {
  const { rows, cols } = input[side];
  const { maxOpsPerCall } = await pool.runOnIdle((evaluator) => evaluator.engine());
  const parts = blocks(rows, (rows * rows * cols) / maxOpsPerCall);
  let found = 0;
  let done = 0;
  const pairs = await Promise.all(
    parts.map(async ([from, to]) => {
      const near = await pool.runOnIdle((evaluator) => {
        signal?.throwIfAborted();
        if (found > MOST_PAIRS) {
          throw new InputError(
            `More than ${MOST_PAIRS} pairs of ${side}s have a cosine of ${NEAR_IDENTICAL} or more: these vectors are too much alike to tell by them what is also right.`,
          );
        }
        return evaluator.nearRows({ config, side, from, to, least: NEAR_IDENTICAL });
      });
      found += near.rows.length;
      advance(++done / parts.length);
      return near;
    }),
  );
  const join = (column: 'rows' | 'others') =>
    joinArrays(
      pairs.map((one) => one[column]),
      Uint32Array,
    );
  return qrelsFrom({ queries: join('rows'), items: join('others') }, rows, rows);
}
