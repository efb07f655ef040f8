import { plainArithmetic } from '../../math/arithmetic';
import { Generator } from '../../math/random/generator';
import { checkPools, type RandomKernels } from '../contract/draws';
import { relevantTo } from '../contract/qrels';
import { drawPool } from './draw-pool';
import { drawResamples } from './plain-resamples';

/** Draws in TypeScript alone: what others are checked against. */
export const plainDraws: RandomKernels = {
  normals: plainArithmetic.normals,
  resamples: drawResamples,
  pools(stream, qrels, size, rows) {
    checkPools(qrels, size, rows);
    const rng = Generator.from(stream);
    const order = new Uint32Array(size);
    rows.fill(0);
    for (let q = 0; q < qrels.queries; q++) {
      const relevant = relevantTo(qrels, q);
      if (relevant.length === 0) continue;
      rows.set(drawPool(rng, qrels.gallery, relevant, size), q * size);
      rng.shuffle(order);
    }
    return rng.state();
  },
};
