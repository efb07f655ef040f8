import { wrap, type Remote } from 'comlink';
import type { checks } from './gpu-checks';

declare global {
  interface Window {
    /** The checks in a worker, where the lab ranks too. */
    gpuRanks: Remote<typeof checks>;
  }
}
window.gpuRanks = wrap(new Worker(new URL('./gpu-ranks.worker.ts', import.meta.url), { type: 'module' }));
