import type { Hosted } from '../../workers/host';
import type { Prepared, Preparer } from '../../workers/preparer';
import { messageOf, PictureError } from '../lib/errors';
import type { ImageConfig } from '../images/config';
import type { Rgb } from '../images/resample';
import { abortable } from '../net/abortable';

/** Threads that decode and resize pictures ahead of the encoder, one picture each at a time. They start as they are needed. */
export class DecodePool {
  private readonly start: () => Hosted<Preparer>;
  private readonly most: number;
  private readonly threads = new Set<Hosted<Preparer>>();
  private readonly free: Hosted<Preparer>[] = [];
  private readonly waiting: ((thread: Hosted<Preparer>) => void)[] = [];
  /** True once a thread has answered: after that, one that dies died of its picture. */
  private proven = false;

  constructor(start: () => Hosted<Preparer>, most: number) {
    this.start = start;
    this.most = most;
  }

  /**
   * An encoded picture to the pixels that a model takes.
   * @throws PictureError where it cannot be decoded, also where that kills the thread; DeviceError where no thread can be had
   */
  async prepare(picture: Blob, config: ImageConfig): Promise<Rgb> {
    const thread = await this.take();
    try {
      const answer = await abortable<Prepared>(thread.remote.prepare(picture, config), thread.died);
      this.proven = true;
      if ('picture' in answer) return answer.picture;
      throw new PictureError(answer.refused);
    } catch (error) {
      if (!thread.died.aborted || !this.proven) throw error;
      throw new PictureError(`ended the thread that decoded it (${messageOf(error)})`, error);
    } finally {
      this.give(thread);
    }
  }

  /** Ends all threads, whatever they are doing. */
  terminate(): void {
    this.threads.forEach((thread) => thread.terminate());
  }

  private async take(): Promise<Hosted<Preparer>> {
    const idle = this.free.pop();
    if (idle) return idle;
    if (this.threads.size < this.most) return this.begin();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(thread: Hosted<Preparer>): void {
    if (thread.died.aborted) {
      thread.terminate();
      this.threads.delete(thread);
    }
    const next = this.waiting.shift();
    if (next) next(thread.died.aborted ? this.begin() : thread);
    else if (!thread.died.aborted) this.free.push(thread);
  }

  private begin(): Hosted<Preparer> {
    const thread = this.start();
    this.threads.add(thread);
    return thread;
  }
}
