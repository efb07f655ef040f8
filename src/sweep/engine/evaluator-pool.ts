import { WorkerPool } from '../../lib/worker-pool';
import type { EvaluatorPort } from './evaluator';

/** Evaluators that have the same input open and see each other's arrays; there may be only one. */
export class EvaluatorPool extends WorkerPool<EvaluatorPort> {
  private broadcasts: Promise<unknown> = Promise.resolve();

  constructor(members: readonly EvaluatorPort[]) {
    super(members);
  }

  /**
   * Has all evaluators do the same, save the one it comes from, without waiting: calls that they get afterwards are
   * answered after it. See `broadcastDone`.
   */
  broadcast(act: (member: EvaluatorPort) => unknown, from?: EvaluatorPort): void {
    const receivers = this.members.filter((member) => member !== from);
    this.broadcasts = Promise.all([this.broadcasts, ...receivers.map((member) => act(member))]);
    this.broadcasts.catch(() => undefined);
  }

  /** Resolves once every evaluator has done what was broadcast so far; rejects where one failed. */
  async broadcastDone(): Promise<void> {
    await this.broadcasts;
  }
}
