import type { Crew } from './crew';
import type { EvaluatorPort } from './evaluator';
import { isAlike, rescores } from './evaluator';
import type { InputSummary } from './input';
import { DIRECTIONS } from './input';
import type { SweepConfig } from './config';
import type { DirectionJob, Job, Wanted } from './job';
import { blocks } from './blocks';

/** Rows that are projected in one call, at most. */
const ROWS = 2048;

/** Has all others use what one evaluator made. */
async function share(crew: Crew, maker: EvaluatorPort, wanted: Wanted): Promise<void> {
  if (crew.members.length === 1) return;
  const kept = await maker.lend(wanted);
  crew.tellOthers(maker, (member) => member.keep(kept));
}

/** Learns the ways to all dimensions of a run, once for all evaluators. */
export const fit = (crew: Crew, config: SweepConfig): Promise<void> =>
  crew.any(async (member) => {
    await member.fit(config);
    await share(crew, member, { kind: 'routes', config });
  });

/** Brings both sides to a dimension: every evaluator projects some of the rows. */
export async function project(
  crew: Crew,
  config: SweepConfig,
  dim: number,
  input: InputSummary,
): Promise<void> {
  const needed = await crew.any(async (member) => {
    const filling = await member.reserve(config, dim);
    if (filling) await share(crew, member, { kind: 'sides', config, dim });
    return filling;
  });
  if (!needed) return;
  const jobs = (['text', 'image'] as const).flatMap((side) => {
    const rows = side === 'text' ? input.texts : input.images;
    const count = Math.max(crew.members.length, Math.ceil(rows / ROWS));
    return blocks(rows, count).map(([from, to]) => ({ config, dim, side, from, to }));
  });
  await Promise.all(jobs.map((job) => crew.any((member) => member.project(job))));
}

/** Stores what a job ranks: each direction's queries and gallery, and the finer format where the best are scored again. */
export async function pack(crew: Crew, job: Job): Promise<void> {
  const jobs = [job, ...(rescores(job) ? [{ ...job, precision: job.config.rescoreBy }] : [])];
  await Promise.all(
    jobs.flatMap((one) => {
      const directions = isAlike(one) ? DIRECTIONS.slice(0, 1) : DIRECTIONS;
      return directions.map((direction) => packDirection(crew, { ...one, direction }));
    }),
  );
}

const packDirection = (crew: Crew, job: DirectionJob): Promise<void> =>
  crew.any(async (member) => {
    await member.pack(job);
    await share(crew, member, { kind: 'pair', job });
  });
