import { wrap, type Remote } from 'comlink';
import type { checks } from './decode-checks';

declare global {
  interface Window {
    /** The checks in a worker, where the lab decodes too. */
    pictures: Remote<typeof checks>;
  }
}
window.pictures = wrap(new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' }));
