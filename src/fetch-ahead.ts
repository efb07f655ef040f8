import { whenIdle } from './ui/primitives/when-idle';

/** Parts of the page that are needed after the first click, in the order in which a first visit comes to them. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./run/run'),
  () => import('./ui/results/RunResults'),
  () => import('./ui/charts/ResultCharts'),
  () => import('./ui/live/Live'),
  () => import('./state/take-files'),
  () => import('./state/history/keep-run'),
  () => import('./ui/panels/data/OfSource'),
  () => import('./ui/explorer/Explorer'),
  () => import('./ui/history/History'),
  () => import('./ui/compare/Compare'),
  () => import('./state/speed/measure-speed'),
];

/** Fetches the parts while the page is idle, one at a time, so that no click waits for them. One that fails is fetched when needed. */
export function fetchAhead(): void {
  const [next] = PARTS;
  addEventListener('load', () => fetchFrom(next, 0), { once: true });
}

function fetchFrom(next: (() => Promise<unknown>) | undefined, at: number): void {
  if (!next) return;
  whenIdle(() => void next().finally(() => fetchFrom(PARTS[at + 1], at + 1)));
}
