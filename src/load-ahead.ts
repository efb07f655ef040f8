import { whenIdle } from './ui/primitives/when-idle';

/** Parts of the page that are needed after the first click, in the order in which a first visit comes to them; then the demo's encoder. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./run/run'),
  () => import('./ui/results/RunResults'),
  () => import('./ui/charts/ResultCharts'),
  () => import('./ui/live/Live'),
  () => import('./state/files/take-files'),
  () => import('./state/history/keep-run'),
  () => import('./ui/panels/data/OfSource'),
  () => import('./ui/explorer/Explorer'),
  () => import('./ui/history/History'),
  () => import('./ui/compare/Compare'),
  () => import('./state/speed/measure-speed'),
  () => import('./state/open-ahead').then(({ openDemoAhead }) => openDemoAhead()),
];

/** Signs of somebody at the page. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;

/**
 * Loads the parts once somebody is at the page, whenever it is idle, one at a time, so that no click waits for them. Until
 * then only the service worker fetches them: running their code would hold up the first view. One that fails is loaded when needed.
 */
export function loadAhead(): void {
  const start = () => {
    SIGNS.forEach((sign) => removeEventListener(sign, start));
    loadFrom(0);
  };
  SIGNS.forEach((sign) => addEventListener(sign, start, { passive: true }));
}

function loadFrom(at: number): void {
  const load = PARTS[at] as (typeof PARTS)[number] | undefined;
  const goOn = () => loadFrom(at + 1);
  if (load) whenIdle(() => void load().then(goOn, goOn));
}
