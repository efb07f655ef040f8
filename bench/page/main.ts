import { clip } from './clip';
import { engine, sweeps } from './sweeps';
import { threads } from './threads';

const bench = { clip, engine, sweeps, threads };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
