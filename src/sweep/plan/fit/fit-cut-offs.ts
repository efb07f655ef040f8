import { InputError } from '../../../lib/errors';
import type { PoolSize } from '../../../protocol/pools';
import type { KnownInput } from './known-input';
import { listed, poolsThat } from './words';

/**
 * Cut-offs K and pools such that every pool has at least K candidates: whichever leaves more measured, the smallest
 * pools are left out or the largest cut-offs. Pools stay where both leave as much.
 * @throws InputError where no pool has as many candidates as any K
 */
export function fitCutOffs(
  ks: readonly number[],
  pools: readonly PoolSize[],
  { texts, images }: Pick<KnownInput, 'texts' | 'images'>,
): {
  readonly ks: readonly number[];
  readonly sizes: readonly PoolSize[];
  readonly sentences: readonly string[];
} {
  const candidates = (pool: PoolSize) => Math.min(texts, images, pool === 'all' ? Infinity : pool);
  const options = [...ks]
    .sort((a, b) => a - b)
    .map((largest) => ({
      ks: ks.filter((k) => k <= largest),
      sizes: pools.filter((pool) => candidates(pool) >= largest),
    }));
  const measured = (option: (typeof options)[number]) => option.ks.length * option.sizes.length;
  const best = options.reduce((a, b) => (measured(b) > measured(a) ? b : a));
  const smallest = Math.min(...(best.sizes.length > 0 ? best.sizes : pools).map(candidates));
  const lostKs = ks.filter((k) => !best.ks.includes(k));
  const lostPools = pools.filter((pool) => !best.sizes.includes(pool));
  if (measured(best) === 0) {
    const largest = Math.max(...pools.map(candidates));
    throw new InputError(
      `Recall@${Math.min(...ks)} needs pools of at least ${Math.min(...ks)}; the largest has ${largest}. Choose a smaller K.`,
    );
  }
  return {
    ...best,
    sentences: [
      ...(lostKs.length > 0
        ? [`K = ${listed(lostKs)}: more than the ${smallest} candidates of the smallest pool, left out.`]
        : []),
      ...(lostPools.length > 0
        ? [
            `${poolsThat(lostPools, ['has', 'have'])} fewer candidates than K = ${Math.max(...best.ks)}: left out.`,
          ]
        : []),
    ],
  };
}
