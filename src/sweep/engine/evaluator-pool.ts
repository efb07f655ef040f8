import type { EvaluatorPort } from './evaluator';

/** Evaluators that have the same input open and see each other's arrays; one of them may be alone. */
export class EvaluatorPool {
  readonly members: readonly EvaluatorPort[];
  private readonly idle: EvaluatorPort[];
  private telling: Promise<unknown> = Promise.resolve();
  private readonly waiting: ((member: EvaluatorPort) => void)[] = [];

  constructor(members: readonly EvaluatorPort[]) {
    this.members = members;
    this.idle = [...members];
  }

  /** Gives work to the first evaluator that is idle; work is taken up in the order in which it came. */
  async runOnIdle<T>(work: (member: EvaluatorPort) => T | Promise<T>): Promise<T> {
    const member = this.idle.shift() ?? (await new Promise<EvaluatorPort>((take) => this.waiting.push(take)));
    try {
      return await work(member);
    } finally {
      const next = this.waiting.shift();
      if (next) next(member);
      else this.idle.push(member);
    }
  }

  /** Has every evaluator do the same, whatever else it is doing. */
  runOnAll<T>(work: (member: EvaluatorPort) => T | Promise<T>): Promise<Awaited<T>[]> {
    return Promise.all(this.members.map(async (member) => await work(member)));
  }

  /**
   * Tells all evaluators of something, save the one it comes from, without waiting: what they are asked afterwards comes
   * after it. See `told`.
   */
  broadcast(act: (member: EvaluatorPort) => unknown, from?: EvaluatorPort): void {
    const listeners = this.members.filter((member) => member !== from);
    this.telling = Promise.all([this.telling, ...listeners.map((member) => act(member))]);
    this.telling.catch(() => undefined);
  }

  /** Settles once all has been taken up that was told so far; rejects where something was not. */
  async broadcastDone(): Promise<void> {
    await this.telling;
  }
}
