import { DIRECTIONS } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from '../plan/input';
import type { Space } from '../plan/spaces';

import type { EvaluatorPool } from './evaluator-pool';
import type { BuildRequest, Job, MeasuredGroup, MeasureJob } from './job';
import { isSymmetric, rescores } from './job';
import { blocks } from './rank-group';

/** Rows that are projected in one call, at most. */
const MAX_ROWS = 2048;

/** Has one evaluator build something that all others then use; false where nothing has to be built. */
const build = (evaluators: EvaluatorPool, request: BuildRequest): Promise<boolean> =>
  evaluators.runOnIdle(async (evaluator) => {
    const { used, artifact } = await evaluator.build(request, evaluators.members.length > 1);
    if (artifact) evaluators.broadcast((other) => other.receive(artifact), evaluator);
    return used;
  });

/** Fits the projections to all spaces of a sweep; returns how many numbers vary where not all do, by the space's key. */
export async function fitProjections(
  evaluators: EvaluatorPool,
  config: SweepConfig,
): Promise<ReadonlyMap<string, number>> {
  await build(evaluators, { kind: 'projectionMaps', config });
  return evaluators.runOnIdle((evaluator) => evaluator.varyingNumbers(config));
}

/** Brings both sides into a space: every evaluator projects some of the rows. */
export async function project(
  evaluators: EvaluatorPool,
  config: SweepConfig,
  space: Space,
  input: InputSummary,
): Promise<void> {
  if (!(await build(evaluators, { kind: 'projected', config, space }))) return;
  const jobs = (['text', 'image'] as const).flatMap((side) => {
    const rows = side === 'text' ? input.texts : input.images;
    const count = Math.max(evaluators.members.length, Math.ceil(rows / MAX_ROWS));
    return blocks(rows, count).map(([from, to]) => ({ ...space, config, side, from, to }));
  });
  await Promise.all(jobs.map((job) => evaluators.runOnIdle((evaluator) => evaluator.project(job))));
}

/** Stores each direction's queries and gallery at a job's precision, and at the finer one that rescores, if any. */
export async function quantise(evaluators: EvaluatorPool, job: Job): Promise<void> {
  const jobs = [job, ...(rescores(job) ? [{ ...job, precision: job.config.rescoreBy }] : [])];
  await Promise.all(
    jobs.flatMap((one) => {
      const directions = isSymmetric(one) ? DIRECTIONS.slice(0, 1) : DIRECTIONS;
      return directions.map((direction) => build(evaluators, { kind: 'packed', job: { ...one, direction } }));
    }),
  );
}

/** Measures a group; the baseline is shared with all evaluators. */
export const measure = (evaluators: EvaluatorPool, job: MeasureJob): Promise<MeasuredGroup> =>
  evaluators.runOnIdle(async (evaluator) => {
    const group = await evaluator.measure(job, evaluators.members.length > 1);
    const { baseline } = group;
    if (baseline) evaluators.broadcast((other) => other.receive(baseline), evaluator);
    return group;
  });
