import { defaultRng } from '../../math/random/generator';
import type { PcgState } from '../../math/random/pcg64';
import type { DrawnPools } from '../../retrieval/pools/drawn';
import type { Direction } from '../plan/input';
import { DIRECTIONS } from '../plan/input';
import type { EvaluatorPool } from './evaluator-pool';

/** The pools of a pass, for each direction and size. */
export type DrawnPass = Readonly<Record<Direction, readonly DrawnPools[]>>;

/**
 * The reference's one stream, from which pass after pass draws its pools: sizes in their order, text→image then
 * image→text in each. Whoever asks first is served first.
 */
export class ReferencePoolStream {
  private stream: PcgState;
  private last: Promise<unknown> = Promise.resolve();

  constructor(seed: number) {
    this.stream = defaultRng(seed).state();
  }

  /** The pools of the next pass. */
  next(crew: EvaluatorPool, sizes: readonly number[]): Promise<DrawnPass> {
    const drawn = this.last.then(() => this.draw(crew, sizes));
    this.last = drawn;
    return drawn;
  }

  private async draw(crew: EvaluatorPool, sizes: readonly number[]): Promise<DrawnPass> {
    const all: Record<Direction, DrawnPools[]> = { textToImage: [], imageToText: [] };
    for (const size of sizes) {
      for (const direction of DIRECTIONS) {
        const { stream } = this;
        const drawn = await crew.runOnIdle((member) => member.draw({ direction, size, stream }));
        this.stream = drawn.stream;
        all[direction].push(drawn.pools);
      }
    }
    return all;
  }
}
