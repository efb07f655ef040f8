import { plainArithmetic } from '../../math/arithmetic';
import { Generator } from '../../math/random/generator';
import { drawPool } from '../../retrieval/pools/draw';
import { relevantTo } from '../../retrieval/ranks/rank';
import { drawResamples } from '../../retrieval/resampling/bootstrap';
import { checkPools, type RandomKernels } from '../contract/draws';

/** Draws in TypeScript alone: what others are checked against. */
export const plainDraws: RandomKernels = {
  normals: plainArithmetic.normals,
  resamples: drawResamples,
  pools(stream, relevance, size, rows) {
    checkPools(relevance, size, rows);
    const rng = Generator.from(stream);
    const order = new Uint32Array(size);
    rows.fill(0);
    for (let q = 0; q < relevance.queries; q++) {
      const relevant = relevantTo(relevance, q);
      if (relevant.length === 0) continue;
      rows.set(drawPool(rng, relevance.gallery, relevant, size), q * size);
      rng.shuffle(order);
    }
    return rng.state();
  },
};
