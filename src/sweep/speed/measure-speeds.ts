import type { AbortSignalLike } from '../../lib/abort-signal-like';
import type { Direction } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import { STEADY, type Speed } from '../../retrieval/speed/speed';
import type { EvaluatorPool } from '../engine/evaluator-pool';
import type { Job } from '../engine/job';
import { fitProjections, project, quantise } from '../engine/phases';
import { summarise, type EvaluationInput } from '../plan/input';
import { spaceKey, type Space } from '../plan/spaces';
import type { SpeedMethod } from '../results/gallery-speed';
import type { MeasuredSpeed } from '../results/with-speeds';
import type { Setting } from '../plan/setting';

/**
 * Times how fast each setting answers queries from the whole gallery, one after the other, on one thread while the others are
 * idle: from the vectors as a sweep packs them, and by its kernels (PROTOCOL §7). Stops between two directions once the
 * signal is aborted.
 * @param settings those of one space after another, so that no space is made twice
 * @param browser what the kernels run in
 */
export async function* measureSpeeds(
  pool: EvaluatorPool,
  input: EvaluationInput,
  config: SweepConfig,
  settings: readonly Setting[],
  browser: string,
  signal?: AbortSignalLike,
): AsyncGenerator<MeasuredSpeed, void> {
  await pool.runOnAll((evaluator) => evaluator.open(input));
  await fitProjections(pool, config);
  const { kernels } = await pool.runOnIdle((evaluator) => evaluator.engine());
  const { samples, sampleMs } = STEADY;
  const method: SpeedMethod = { samples, sampleMs, threads: 1, device: `${kernels}; ${browser}` };
  for (const [i, setting] of settings.entries()) {
    const { dim, projection } = setting;
    const space: Space = { dim, projection };
    const job: Job = { ...setting, config };
    signal?.throwIfAborted();
    if (i === 0 || spaceKey(settings[i - 1]) !== spaceKey(space)) {
      await project(pool, config, space, summarise(input));
    }
    await quantise(pool, job);
    await pool.broadcastDone();
    const speedIn = (direction: Direction): Promise<Speed> => {
      signal?.throwIfAborted();
      return pool.runOnIdle((evaluator) => evaluator.gallerySpeed({ ...job, direction }));
    };
    const textToImage = await speedIn('textToImage');
    const imageToText = await speedIn('imageToText');
    const isLast = settings[i + 1] === undefined || spaceKey(settings[i + 1]) !== spaceKey(space);
    pool.broadcast((evaluator) => evaluator.evict(job, isLast));
    await pool.broadcastDone();
    yield { setting, speed: { textToImage, imageToText, method } };
  }
}
