import { clip } from './clip';
import { graphs } from './graphs';
import { searches } from './searches';
import { engine, sweeps } from './sweeps';
import { threads } from './threads';

const bench = { clip, engine, graphs, searches, sweeps, threads };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
