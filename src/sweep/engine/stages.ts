import type { SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from '../plan/input';
import { DIRECTIONS } from '../plan/input';
import { blocks } from './blocks';
import { isSymmetric, rescores } from './evaluator';
import type { EvaluatorPool } from './evaluator-pool';
import type { BuildRequest, Job, MeasuredPass, MeasureJob } from './job';

/** Rows that are projected in one call, at most. */
const ROWS = 2048;

/** Has one evaluator make something, and all others use it; false where nothing has to be made. */
const make = (crew: EvaluatorPool, wanted: BuildRequest): Promise<boolean> =>
  crew.runOnIdle(async (member) => {
    const { used, kept } = await member.build(wanted, crew.members.length > 1);
    if (kept) crew.broadcast((other) => other.receive(kept), member);
    return used;
  });

/** Learns the ways to all dimensions of a run, where they do not come with the input. */
export async function fit(crew: EvaluatorPool, config: SweepConfig, input: InputSummary): Promise<void> {
  if (!input.givenDims) await make(crew, { kind: 'routes', config });
}

/** Brings both sides to a dimension: every evaluator projects some of the rows. */
export async function project(
  crew: EvaluatorPool,
  config: SweepConfig,
  dim: number,
  input: InputSummary,
): Promise<void> {
  if (!(await make(crew, { kind: 'sides', config, dim }))) return;
  const jobs = (['text', 'image'] as const).flatMap((side) => {
    const rows = side === 'text' ? input.texts : input.images;
    const count = Math.max(crew.members.length, Math.ceil(rows / ROWS));
    return blocks(rows, count).map(([from, to]) => ({ config, dim, side, from, to }));
  });
  await Promise.all(jobs.map((job) => crew.runOnIdle((member) => member.project(job))));
}

/** Stores what a job ranks: each direction's queries and gallery, and the finer format where the best are scored again. */
export async function pack(crew: EvaluatorPool, job: Job): Promise<void> {
  const jobs = [job, ...(rescores(job) ? [{ ...job, precision: job.config.rescoreBy }] : [])];
  await Promise.all(
    jobs.flatMap((one) => {
      const directions = isSymmetric(one) ? DIRECTIONS.slice(0, 1) : DIRECTIONS;
      return directions.map((direction) => make(crew, { kind: 'pair', job: { ...one, direction } }));
    }),
  );
}

/** Measures a pass; what others are compared with is told to all. */
export const measure = (crew: EvaluatorPool, job: MeasureJob): Promise<MeasuredPass> =>
  crew.runOnIdle(async (member) => {
    const pass = await member.measure(job, crew.members.length > 1);
    const { baseline } = pass;
    if (baseline) crew.broadcast((other) => other.receive(baseline), member);
    return pass;
  });
