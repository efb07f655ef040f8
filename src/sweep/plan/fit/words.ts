import type { PoolSize } from '../../../protocol/pools';

/** Numbers in a sentence: 100, 200 and 1,000. */
export const listed = (parts: readonly (number | string)[]): string =>
  new Intl.ListFormat('en-GB').format(parts.map((part) => part.toLocaleString('en')));

/** Pools as the subject of a sentence, with a verb: one for a single pool, one for several. */
export function poolsThat(pools: readonly PoolSize[], [one, several]: readonly [string, string]): string {
  const numbers = pools.filter((pool) => pool !== 'all');
  const parts = [
    ...(numbers.length > 0 ? [`${numbers.length === 1 ? 'the pool' : 'pools'} of ${listed(numbers)}`] : []),
    ...(numbers.length < pools.length ? ['the whole gallery'] : []),
  ];
  const subject = parts.join(' and ');
  return `${subject[0].toUpperCase()}${subject.slice(1)} ${pools.length === 1 ? one : several}`;
}
