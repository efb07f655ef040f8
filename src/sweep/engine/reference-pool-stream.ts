import { defaultRng } from '../../math/random/generator';
import type { PcgState } from '../../math/random/pcg64';
import type { Direction } from '../../protocol/direction';
import { DIRECTIONS } from '../../protocol/direction';
import type { DrawnPools } from '../../retrieval/pools/drawn';
import type { EvaluatorPool } from './evaluator-pool';

/** The pools of a group of cells, for each direction and size. */
export type ReferencePools = Readonly<Record<Direction, readonly DrawnPools[]>>;

/**
 * The reference's one stream, from which one group of cells after another draws its pools: sizes in their order,
 * text→image then image→text for each. Groups draw in the order in which they ask.
 */
export class ReferencePoolStream {
  private stream: PcgState;
  private last: Promise<unknown> = Promise.resolve();

  constructor(seed: number) {
    this.stream = defaultRng(seed).state();
  }

  /** The pools of the next group. */
  next(evaluators: EvaluatorPool, sizes: readonly number[]): Promise<ReferencePools> {
    const drawn = this.last.then(() => this.draw(evaluators, sizes));
    this.last = drawn;
    return drawn;
  }

  private async draw(evaluators: EvaluatorPool, sizes: readonly number[]): Promise<ReferencePools> {
    const all: Record<Direction, DrawnPools[]> = { textToImage: [], imageToText: [] };
    for (const size of sizes) {
      for (const direction of DIRECTIONS) {
        const { stream } = this;
        const drawn = await evaluators.runOnIdle((evaluator) => evaluator.draw({ direction, size, stream }));
        this.stream = drawn.stream;
        all[direction].push(drawn.pools);
      }
    }
    return all;
  }
}
