import type { ImageConfig } from '../../images/config';
import type { PreparedPicture } from '../../images/prepare';
import type { Bytes } from '../../lib/bytes';
import { messageOf, PictureError } from '../../lib/errors';
import { WorkerPool } from '../../lib/worker-pool';
import { abortable } from '../../net/abortable';
import type { Decoder, Thread } from '../threads';

/** Threads that decode and resize pictures ahead of the encoder, one picture each at a time. They start as they are needed. */
export class DecodePool {
  private readonly threads: WorkerPool<Thread<Decoder>>;
  /** True once a thread has answered: from then on, a crash is blamed on the picture. */
  private hasAnswered = false;

  constructor(start: () => Thread<Decoder>, most: number) {
    this.threads = new WorkerPool([], { start, most });
  }

  /**
   * Decodes a picture and brings it to a model's input size.
   * @throws PictureError where it cannot be decoded or crashes its thread; DeviceError where no thread works
   */
  async prepare(picture: Bytes, config: ImageConfig, withThumbnail = false): Promise<PreparedPicture> {
    const answer = await this.ask(({ prepare }) => prepare(picture, config, withThumbnail));
    if ('picture' in answer) return answer;
    throw new PictureError(answer.refused);
  }

  /** A picture's thumbnail; null where it cannot be decoded. Throws as `prepare` does where its thread crashes. */
  thumbnail(picture: Bytes): Promise<Bytes | null> {
    return this.ask(({ thumbnail }) => thumbnail(picture));
  }

  private ask<T>(question: (remote: Thread<Decoder>['remote']) => Promise<T>): Promise<T> {
    return this.threads.runOnIdle(async (thread) => {
      try {
        const answer = await abortable(question(thread.remote), thread.died);
        this.hasAnswered = true;
        return answer;
      } catch (error) {
        if (!thread.died.aborted) throw error;
        thread.terminate();
        this.threads.discard(thread);
        if (!this.hasAnswered) throw error;
        throw new PictureError(`crashed the decoder (${messageOf(error)})`, error);
      }
    });
  }

  /** Terminates all threads at once. */
  terminate(): void {
    this.threads.members.forEach((thread) => thread.terminate());
  }
}
