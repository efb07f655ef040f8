import { Searches } from '../../src/explore/searches';
import { DEFAULT_SWEEP, type Precision } from '../../src/protocol/sweep-config';
import { startEvaluators } from '../../workers/host';
import { allocate } from '../../src/lib/shared-memory';
import { randomPairs, type Shape } from './vectors';

/** How many items are listed. */
const K = 10;

/** Seconds of each single search for the first items of a query, one after the other, after the first has packed the vectors. */
export async function searches(
  shape: Shape,
  precisions: readonly Precision[],
  queries: number,
): Promise<Readonly<Partial<Record<Precision, number[]>>>> {
  const input = randomPairs(shape, allocate);
  const hosted = startEvaluators();
  const config = { ...DEFAULT_SWEEP, dims: [shape.dims], precisions };
  const found = new Searches(await hosted.open('cpu'), input, config);
  const times: Partial<Record<Precision, number[]>> = {};
  for (const precision of precisions) {
    const search = (query: number) =>
      found.search({
        dim: shape.dims,
        projection: 'none',
        precision,
        direction: 'textToImage',
        query,
        k: K,
      });
    // Each worker packs the vectors for itself when it is first asked.
    await Promise.all(Array.from({ length: 16 }, (_, query) => search(query)));
    const own: number[] = [];
    for (let i = 0; i < queries; i++) {
      const start = performance.now();
      await search(Math.floor((i * shape.texts) / queries));
      own.push((performance.now() - start) / 1000);
    }
    times[precision] = own;
  }
  hosted.terminate();
  return times;
}
