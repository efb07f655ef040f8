import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import { messageOf, PictureError } from '../../lib/errors';
import { WorkerPool } from '../../lib/worker-pool';
import { abortable } from '../../net/abortable';
import type { Decoder, Thread } from '../threads';

/** Threads that decode and resize pictures ahead of the encoder, one picture each at a time. They start as they are needed. */
export class DecodePool {
  private readonly threads: WorkerPool<Thread<Decoder>>;
  /** True once a thread has answered: after that, one that dies died of its picture. */
  private hasAnswered = false;

  constructor(start: () => Thread<Decoder>, most: number) {
    this.threads = new WorkerPool([], { start, most });
  }

  /**
   * An encoded picture to the pixels that a model takes.
   * @throws PictureError where it cannot be decoded, also where that kills the thread; DeviceError where no thread can be had
   */
  prepare(picture: Blob, config: ImageConfig): Promise<Rgb> {
    return this.threads.runOnIdle(async (thread) => {
      try {
        const answer = await abortable(thread.remote.prepare(picture, config), thread.died);
        this.hasAnswered = true;
        if ('picture' in answer) return answer.picture;
        throw new PictureError(answer.refused);
      } catch (error) {
        if (!thread.died.aborted) throw error;
        thread.terminate();
        this.threads.discard(thread);
        if (!this.hasAnswered) throw error;
        throw new PictureError(`crashed its decoder (${messageOf(error)})`, error);
      }
    });
  }

  /** Ends all threads, whatever they are doing. */
  terminate(): void {
    this.threads.members.forEach((thread) => thread.terminate());
  }
}
