import { InputError } from '../../../lib/errors';
import type { PoolSize } from '../../../protocol/pools';
import type { SweepConfig } from '../../../protocol/sweep-config';
import type { KnownInput } from './known-input';
import { poolsThat } from './words';

type Choice = Pick<SweepConfig, 'pools' | 'candidateSizes'>;

/** Why a pool is left out, in the order in which that is said. */
const OBSTACLES = ['images', 'texts', 'noWrongTexts', 'noWrongImages', 'nothingToFind', 'isWhole'] as const;
type Obstacle = (typeof OBSTACLES)[number];

function obstacleOf(
  pool: PoolSize,
  { pools, candidateSizes }: Choice,
  { images, texts, mostTexts, mostImages }: KnownInput,
): Obstacle | undefined {
  if (pool === 'all') return images > mostImages && texts > mostTexts ? undefined : 'nothingToFind';
  if (pool <= mostTexts) return 'noWrongTexts';
  if (pool <= mostImages) return 'noWrongImages';
  if (pool === images && candidateSizes.includes('all')) return 'isWhole';
  if (pools === 'reference') return undefined;
  if (pool > images) return 'images';
  return pool > texts ? 'texts' : undefined;
}

/** What a sentence says of pools that meet an obstacle. */
const SENTENCES: Readonly<Record<Obstacle, (pools: readonly PoolSize[], input: KnownInput) => string>> = {
  images: (pools, { images }) =>
    `${poolsThat(pools, ['needs', 'need'])} more pictures than the ${images.toLocaleString('en')} of this run`,
  texts: (pools, { texts }) =>
    `${poolsThat(pools, ['needs', 'need'])} more texts than the ${texts.toLocaleString('en')} of this run`,
  noWrongTexts: (pools, { mostTexts }) =>
    `${poolsThat(pools, ['is', 'are'])} too small for the up to ${mostTexts} texts of a picture and a wrong one`,
  noWrongImages: (pools, { mostImages }) =>
    `${poolsThat(pools, ['is', 'are'])} too small for the up to ${mostImages} right pictures of a text and a wrong one`,
  nothingToFind: (pools) =>
    `${poolsThat(pools, ['holds', 'hold'])} nothing wrong to tell the right item from`,
  isWhole: (pools) => `${poolsThat(pools, ['is', 'are'])} the whole gallery, which is measured anyway`,
};

/**
 * The pools that can be formed. Pools `reference` may be larger than the gallery, which the reference then ranks as a whole.
 * @throws InputError where none can
 */
export function fitPools(
  config: Choice,
  input: KnownInput,
): { readonly sizes: readonly PoolSize[]; readonly sentences: readonly string[] } {
  const obstacles = new Map(config.candidateSizes.map((pool) => [pool, obstacleOf(pool, config, input)]));
  const meeting = (obstacle: Obstacle | undefined) =>
    config.candidateSizes.filter((pool) => obstacles.get(pool) === obstacle);
  const sentences = OBSTACLES.flatMap((obstacle) => {
    const pools = meeting(obstacle);
    return pools.length > 0 ? [SENTENCES[obstacle](pools, input)] : [];
  });
  const sizes = meeting(undefined);
  if (sizes.length === 0) {
    throw new InputError(
      `${sentences.join('. ')}. Choose other pools, the whole gallery for example, or more data.`,
    );
  }
  return { sizes, sentences: sentences.map((sentence) => `${sentence}: left out.`) };
}
