import { wordsOf } from '../lib/words';
import { outcomeOf, type QueryComparison } from './compare-queries';
import type { QueryFilter } from './query-filter';

/**
 * The queries to show, as rows of the query side. `textOf` gives what a query's words are looked for in.
 * @param margins of each query; in the order of the data where they are asked for and not there
 */
export function listQueries(
  comparison: QueryComparison,
  { outcome, words, order }: QueryFilter,
  textOf: (query: number) => string,
  margins?: Float64Array | null,
): Uint32Array {
  const wanted = wordsOf(words);
  const { hits, rank } = comparison;
  const listed: number[] = [];
  for (let query = 0; query < rank.b.length; query++) {
    const own = outcomeOf(comparison, query);
    if (own === 'not asked' || (outcome !== 'all' && own !== outcome)) continue;
    if (wanted.length > 0) {
      const text = textOf(query).toLowerCase();
      if (!wanted.every((word) => text.includes(word))) continue;
    }
    listed.push(query);
  }
  const fallen = (query: number) => rank.b[query] - rank.a[query];
  const sign = outcome === 'won' ? -1 : 1;
  switch (order) {
    case 'fell':
      listed.sort(
        (x, y) =>
          sign * (hits.a[y] - hits.b[y] - (hits.a[x] - hits.b[x])) || sign * (fallen(y) - fallen(x)) || x - y,
      );
      break;
    case 'worst':
      listed.sort((x, y) => rank.b[y] - rank.b[x] || x - y);
      break;
    case 'margin':
      if (margins) listed.sort((x, y) => margins[y] - margins[x] || x - y);
      break;
    case 'data':
      break;
  }
  return Uint32Array.from(listed);
}
