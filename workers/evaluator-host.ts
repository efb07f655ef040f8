import { proxy } from 'comlink';
import type { Kernels } from '../src/kernels/contract/kernels';
import type { RankerChoice } from '../src/protocol/devices';
import type { SweepConfig } from '../src/protocol/sweep-config';
import { Evaluator } from '../src/sweep/engine/evaluator';
import { EvaluatorPool } from '../src/sweep/engine/evaluator-pool';
import type { Gpu, Tools } from '../src/sweep/engine/tools';
import { summarise } from '../src/sweep/plan/input';
import type { ResultRow } from '../src/sweep/results/result';
import { runSelfTest, type SelfTest } from '../src/sweep/self-test/self-test';
import { sweep } from '../src/sweep/sweep';
import { openGpu } from './gpu';
import { allocate } from '../src/lib/shared-memory';
import { openKernels } from './kernels';

/** The smallest step that the clock is seen to take, in milliseconds. */
function clockStep(): number {
  const start = performance.now();
  let next = start;
  while (next === start) next = performance.now();
  return next - start;
}

/** What lives in an evaluator's thread: kernels, perhaps a GPU, and the evaluators that use them. */
export class EvaluatorHost {
  private readonly tools: Promise<Omit<Tools, 'gpu'>>;
  private gpu: Gpu | undefined;

  constructor() {
    this.tools = openKernels().then((kernels: Kernels) => ({
      kernels,
      clock: { now: () => performance.now(), step: clockStep() },
      allocate,
    }));
  }

  /** An evaluator; with a GPU where one is chosen and found. */
  async open(gpu: RankerChoice): Promise<Evaluator> {
    this.gpu ??= await openGpu(gpu);
    return proxy(new Evaluator({ ...(await this.tools), ...(this.gpu && { gpu: this.gpu }) }));
  }

  /** Puts inputs whose answers are known through the kernels, and the GPU, of this thread. */
  async selfTest(config: SweepConfig): Promise<SelfTest> {
    const tools = { ...(await this.tools), ...(this.gpu && { gpu: this.gpu }), clock: hastyClock() };
    return runSelfTest(async (input, choices) => {
      const pool = new EvaluatorPool([new Evaluator(tools)]);
      await pool.runOnAll((member) => member.open(input));
      const rows: ResultRow[] = [];
      for await (const step of sweep(summarise(input), choices, pool)) {
        if (step.kind === 'row') rows.push(step.row);
      }
      return rows;
    }, config);
  }
}

/** A clock that lets no time be lost on speeds, which a self-test does not look at. */
function hastyClock() {
  let time = 0;
  return { now: () => (time += 1), step: 0 };
}
