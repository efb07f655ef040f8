import { GpuRanker } from '../src/kernels/webgpu/ranker';
import type { RankerChoice } from '../src/protocol/devices';
import type { Gpu } from '../src/sweep/engine/tools';

/** Opens the GPU that is chosen; undefined where there is none. */
export async function openGpu(choice: RankerChoice): Promise<Gpu | undefined> {
  if (choice === 'cpu') return undefined;
  const ranker = await GpuRanker.open().catch(() => undefined);
  if (!ranker) return undefined;
  if (choice === 'auto' && ranker.adapter.fallback) {
    ranker.close();
    return undefined;
  }
  return {
    name: ranker.adapter.name,
    supports: ({ queries, gallery }) => ranker.supports(queries, gallery),
    rank: (task) => ranker.rank(task),
  };
}
